"""Words that both sides settle: written apart, compared, worded once, kept as a team's note."""
