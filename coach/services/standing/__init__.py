"""Where a team stands: answers read from a table, weighed by the survey's and notes' words."""
