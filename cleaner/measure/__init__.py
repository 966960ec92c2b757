"""Measuring extractions against labelled pages: figures, what each filter took, cross-validation."""
