"""Authors' files as text: their names, their bytes, and what is wrong with a line."""
