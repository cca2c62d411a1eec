"""What several commands share, and what they show."""
