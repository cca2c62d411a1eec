"""`autograder check` in the repository is the check that students have."""


def test_it_checks_an_exercise_of_the_course(autograder, course_copy):
    done = autograder("check", "corr2d", "--lang", "en", cwd=course_copy)
    assert done.returncode == 1
    assert "○ corr2d" in done.stdout
    assert "See the section “The cross-correlation operation” of the lesson" in done.stdout


def test_an_unknown_name_is_answered_with_the_names_there_are(autograder, course_copy):
    done = autograder("check", "corr3d", "--lang", "en", cwd=course_copy)
    assert done.returncode == 2
    assert "There is no corr3d" in done.stderr
    assert "receptive_field_mask" in done.stderr
