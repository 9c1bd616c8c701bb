"""Earlier findings: what became of each, what shows it, and making again what was not met."""
