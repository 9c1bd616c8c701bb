"""The files that travel between laptops and head office; the only room that imports pyrage.

Device card and office card (who may speak), pack (head office to laptops), export file (laptop to head
office) and receipt (back). Each can be read with stock tools: `age`, `unzip`, `minisign`, a BagIt
checker. Everything is verified before anything is handed out. No port, no database.
"""
