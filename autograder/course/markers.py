"""The words that set hidden regions apart, in solutions and notebooks; they are nbgrader's."""

BEGIN_SOLUTION, END_SOLUTION = "### BEGIN SOLUTION", "### END SOLUTION"
BEGIN_HIDDEN, END_HIDDEN = "### BEGIN HIDDEN TESTS", "### END HIDDEN TESTS"
BEGIN_SCHEME = "### BEGIN MARK SCHEME"
