"""Tests: contract, analysis, figures on their specification, pages through AppTest, a browser."""
