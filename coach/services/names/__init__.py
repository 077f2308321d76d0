"""People's names in what is typed: found, replaced by stand-ins, put back in what is answered."""
