"""The error of a file that could not be set, apart from what sets it: that is loaded when used."""


class NotSet(RuntimeError):  # noqa: N818 - says what became of the file
    """Typst could not set a file; the message is its own."""
