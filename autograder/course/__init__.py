"""What a course is: its manifest, its seed, and the small vocabulary that every stage shares."""
