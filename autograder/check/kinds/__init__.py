"""The kinds of values that cases compare; the library of a kind is imported only where a value of it is there."""
