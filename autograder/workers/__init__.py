"""The grader's side of the workers: it starts them, loads a submission into them and asks them."""
