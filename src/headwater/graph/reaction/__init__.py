"""What a network does after people are taken out of it: closing ranks, going quiet, replacement."""

from headwater.graph.reaction.play import Course, Habits, Network, play, within_reach

__all__ = ["Course", "Habits", "Network", "play", "within_reach"]
