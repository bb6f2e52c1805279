"""Figures of claims: verdicts, deviations, the list, the evidence of one."""
