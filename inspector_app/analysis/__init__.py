"""National tables: pure functions over rows."""
