"""Tests of the exports: what each file format holds, opened with the libraries that read it."""
