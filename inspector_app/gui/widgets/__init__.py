"""One file a control of a checklist; `factory.py` picks the control for a node."""
