"""The XForms engine, pure."""
