"""Use cases, one verb a file: plain functions over the ports, each returning what it touched."""
