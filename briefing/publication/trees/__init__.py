"""TOML and front matter: from the text to values with their places, held against their keys."""
