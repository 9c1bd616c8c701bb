"""The functions of the ODK XForms specification, one module a section; importing this fills the table."""

from inspector_app.xpath.functions import (
    booleans,
    geo,
    host,
    nodesets,
    numbers,
    selects,
    strings,
    times,
)

__all__ = ["booleans", "geo", "host", "nodesets", "numbers", "selects", "strings", "times"]
