"""Tests of the plain questions and answers."""
