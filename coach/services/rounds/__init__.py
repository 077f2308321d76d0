"""Rounds of the survey: started by one person, answered by many without an account."""
