"""Searching for inputs on which a mutant that no check fails is wrong."""
