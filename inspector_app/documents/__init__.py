"""Letters, forms and records as tagged PDF: the only room that imports ReportLab."""
