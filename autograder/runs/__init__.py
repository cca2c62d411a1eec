"""Many submissions side by side, each from its hand-in to its result."""
