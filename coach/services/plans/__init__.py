"""The plan: which moves to promise, what stands on the board, whether both sides carry it."""
