"""The short check: six statements of the survey, answered by one person, who sees one view only."""
