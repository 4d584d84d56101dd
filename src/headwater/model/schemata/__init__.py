"""The schemata as YAML: FollowTheMoney's, ours, and the words of enumerated properties."""
