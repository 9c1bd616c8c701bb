"""CSV and XLSX in and out, guarded against formula injection.

Spreadsheets are how the world hands over a register and how it reads tables, so this room turns files
into typed rows with every problem named by row and column (`register`, `sample`), and rows into files that
are the same bytes each time (`national`, `national_workbook`, `answers`, `workbook`). It is the only room
that imports openpyxl or XlsxWriter, inside functions: they cost a tenth of a second at start.
"""
