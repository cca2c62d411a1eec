"""The folder students get."""
