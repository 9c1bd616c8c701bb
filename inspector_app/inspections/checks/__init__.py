"""Checks before a letter is issued: pure rules that say what is wrong, why, and where to mend it.

A check advises and never blocks: what must be there is held by `finding.missing_parts` and the lifecycle. The
lists of words are data of the framework pack (`checks.toml`).
"""
