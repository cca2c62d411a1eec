"""Code that spoils a right answer along one dimension; its source is added to a mutant and runs in a worker."""
