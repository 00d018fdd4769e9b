"""Weights of the features, fitted by ``bench/fit.py`` on questions with known answers. Do not edit by hand."""

# How features order facts.
WEIGHTS = (
    5.628, 0.787, -0.298, -3.893, -0.000, 4.239, -0.337, 1.258, 0.225, 1.711, 0.116, 1.351, 1.587, 2.352, -0.014, -0.000,
    -0.624, 1.553, 0.332, -0.521, 0.078, 0.173, -0.093, 0.231, -0.620, 0.911, -0.520, -0.307, 3.232, 1.453, 0.796, 2.789,
)  # fmt: skip
# How features, the score (in tenths) and the margin to the next fact tell whether the best fact is the answer.
ANSWERS = (
    1.528, 1.318, -1.783, -1.989, 0.080, -2.128, 0.999, 2.813, 1.097, 0.196, 0.147, -0.854, -0.269, 0.359, -1.006, -0.898,
    -2.669, -2.016, -1.244, 0.231, 0.029, -1.100, 0.630, -2.405, -1.698, 0.110, 0.000, -2.178, 1.504, 1.337, 2.586,
    1.495, 1.577, 2.643,
)  # fmt: skip
BIAS = -4.592
