"""A form as its author wrote it: nodes, binds, controls, texts, lists, actions. Nothing here changes after
load.
"""
