"""Names: who stands behind a pseudonym, kept on this laptop alone."""
