"""No memory of this program is written to a disk when it crashes: it holds the key and what is being typed.

Where cores are handed to a collector, it is told the limit and keeps nothing (systemd-coredump, apport). The
kernel's own switch (``PR_SET_DUMPABLE``) would also shut desktop portals out of the process, which ask who it
is before they show a file dialog; so it stays.
"""

from __future__ import annotations


def forbid() -> None:
    """Set the limit for core files to nothing, for this process and its children; elsewhere does nothing."""
    try:
        import resource
    except ImportError:  # Windows keeps no core files of its own accord
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
