"""Findings: what the answers suggest, what the inspector agreed or refused, and the builder."""
