"""The page keyboard."""
