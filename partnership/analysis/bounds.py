"""How a note on a value begins that is not the value itself."""

LOWER_BOUND = "Lower bound"
"""Its source calls the value "more than" or "at least"."""
