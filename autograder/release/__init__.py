"""Making the folder that students get."""
