"""Tables as files: CSV, workbook, archive, the whole package; tables in words."""
