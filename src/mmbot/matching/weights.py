"""Weights of the features, fitted by ``bench/fit.py`` on questions with known answers. Do not edit by hand."""

# How features order facts.
WEIGHTS = (
    3.429, 2.040, -1.721, -2.173, -0.000, 3.725, 0.301, 1.981, 0.324, 2.470, 0.314, 1.815, 0.348, 2.619, 0.455, 0.000, -0.122, 1.059, 0.217, -0.083, 0.190, -0.146, 0.452, 0.082, -0.129, 0.227, -0.246, -0.291,
)  # fmt: skip
# How features, the score (in tenths) and the margin to the next fact tell whether the best fact is the answer.
ANSWERS = (
    1.075, 1.271, -0.087, -0.517, -0.022, -0.322, 1.680, 1.663, 0.095, 0.293, 0.292, 0.080, 0.152, 1.127, -0.204, -0.607, -0.905, -0.430, -0.500, -0.588, 0.103, -0.708, 0.375, -0.461, -0.214, 0.559, -0.475, -0.184, 1.423, 1.979,
)  # fmt: skip
BIAS = -3.887
