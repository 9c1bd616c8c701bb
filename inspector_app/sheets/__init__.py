"""CSV and XLSX in and out, guarded against formula injection."""
