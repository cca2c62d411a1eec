"""What a wrong value has to do with the right one: one is twice the other, say, or turned around."""
