"""An invented team to look at: put beside the real records, never among them, and taken away."""
