"""Complaint: what was complained of, matter by matter, what was decided and why."""
