"""What changed over time between the two sides, as values that any page can draw."""
