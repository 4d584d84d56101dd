"""A synthetic world with known truth that writes the files agencies would send.

For training, demonstration and measurement. Geography is real, from the Western Balkans to the
Channel; agencies and people are invented. Fees, boats and persons aboard keep to published figures
(data/calibration.csv, each row with its source); the sources contradict each other, so every
figure is a band.
"""

from headwater.exercise.identities import World, identities, write_identities
from headwater.exercise.writing import Scale, WorldSummary, write_world

__all__ = ["Scale", "World", "WorldSummary", "identities", "write_identities", "write_world"]
