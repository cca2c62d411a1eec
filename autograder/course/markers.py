"""What nbgrader reads in solutions and notebooks: the markers around hidden regions, and the ids of graded cells."""

BEGIN_SOLUTION, END_SOLUTION = "### BEGIN SOLUTION", "### END SOLUTION"
BEGIN_HIDDEN, END_HIDDEN = "### BEGIN HIDDEN TESTS", "### END HIDDEN TESTS"
BEGIN_SCHEME = "### BEGIN MARK SCHEME"


def checks_id(exercise: str) -> str:
    """Return the grade id of the cell that earns the points of an exercise."""
    return f"{exercise}_checks"
