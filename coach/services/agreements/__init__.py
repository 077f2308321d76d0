"""What both sides owe each other for leads: worked out, kept, held against what happened."""
