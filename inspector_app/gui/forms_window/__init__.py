"""A window that fills any form: pages, repeats, messages, languages, and what the form thinks meanwhile."""
