"""Tests of the batch runs."""
