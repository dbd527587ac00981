"""CSV: from the text of a table to its records, each cell with its place."""
