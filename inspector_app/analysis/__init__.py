"""National tables: pure functions over rows.

The office counts many inspections and publishes what it counted. This room holds the rules of that
counting and nothing else: which inspection of a service counts (`counting_rule`), what the base of a
percentage is (`national`), when a group is too small to read (`small`), which words may stand for a
share (`vocabulary`), and the checks that every table passes before it is written (`guard`). Rows come
in as facts (`rows`), the questions and groups as data of a framework pack (`spec`). It knows no
screen, no database and no spreadsheet.
"""
