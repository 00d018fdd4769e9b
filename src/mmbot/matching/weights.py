"""Weights of the features, fitted by ``bench/fit.py`` on questions with known answers. Do not edit by hand."""

# How features order facts.
WEIGHTS = (
    5.993, 0.615, -0.070, -4.122, 0.000, 4.506, 0.016, 0.946, 0.234, 1.831, 0.213, 1.440, 1.217, 2.655, -0.078, -0.000,
    -0.282, 1.637, 0.301, -0.508, 0.061, 0.228, -0.020, 0.146, -0.633, 1.026, 0.121, -0.566, 2.706, 1.224, 1.055, 3.052,
)  # fmt: skip
# How features, the score (in tenths) and the margin to the next fact tell whether the best fact is the answer.
ANSWERS = (
    1.959, 0.531, -0.069, -1.156, -0.044, -1.902, 0.465, 2.137, 0.783, -0.008, 0.562, -0.498, -1.735, 1.061, -0.252, -0.774,
    -1.040, -0.987, -0.568, -0.201, 0.109, -0.662, 0.053, -0.725, -0.864, 0.190, -0.595, -0.946, 1.225, 0.451, 0.851,
    1.259, 1.405, 1.793,
)  # fmt: skip
BIAS = -3.730
