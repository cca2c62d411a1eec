"""What both ends of the wire use: values, frames, limits."""
