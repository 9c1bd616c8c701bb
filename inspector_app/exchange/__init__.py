"""Files that travel: export, pack, receipt, device card; the only room that imports pyrage."""
