"""What common exceptions mean, in a sentence of our own."""
