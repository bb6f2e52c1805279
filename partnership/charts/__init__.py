"""What charts of every room share: look, axes of years, labels, groups and stacks."""
