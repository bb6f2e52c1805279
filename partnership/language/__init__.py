"""Words of readers: texts, labels of codes, values with their unit, tables that are read."""
