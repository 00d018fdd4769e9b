"""Look at everything that mmbot needs to run, and say what to do where something is missing."""

from mmbot.doctor.examination import examine
from mmbot.doctor.finding import Finding

__all__ = ["Finding", "examine"]
