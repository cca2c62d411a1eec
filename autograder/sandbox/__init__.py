"""What confines student code: levels of isolation and what they are made of."""
