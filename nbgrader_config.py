"""nbgrader's configuration of this course; docs/nbgrader.md explains how to use it."""

import os

try:
    from nbconvert.preprocessors import ClearMetadataPreprocessor, CSSHTMLHeaderPreprocessor
    from nbgrader.preprocessors import (
        AssignLatePenalties,
        CheckCellMetadata,
        ClearHiddenTests,
        ClearMarkScheme,
        ClearOutput,
        ClearSolutions,
        ComputeChecksums,
        DeduplicateIds,
        GetGrades,
        IgnorePattern,
        IncludeHeaderFooter,
        InstantiateTests,
        LimitOutput,
        LockCells,
        OverwriteCells,
        OverwriteKernelspec,
        SaveAutoGrades,
        SaveCells,
    )

    from autograder.check.progress import NAME as PROGRESS
    from autograder.nbgrader.execute import GradeInWorker
    from autograder.nbgrader.feedback_page import DescribeCells, FeedbackPage
    from autograder.nbgrader.form_grader import protect_form_grader
    from autograder.nbgrader.generate_feedback import HideTests
    from autograder.nbgrader.give_check import GiveCheck
    from autograder.nbgrader.links import leave_out_links
    from autograder.nbgrader.log import make_logs_printable
    from autograder.nbgrader.sanitize import ReadAnything, RepairCells
    from autograder.nbgrader.unfinished import grade_unfinished_again
    from autograder.submissions.repair.released import CODE_STUB, TEXT_STUB
except ImportError as error:
    # nbgrader would log any other error and go on with its own settings: student code would run in no sandbox.
    raise SystemExit(f"nbgrader_config.py cannot be used: {error}. Run: pip install -e '.[notebooks]'") from None

c = get_config()  # noqa: F821 - nbgrader defines it

c.CourseDirectory.course_id = "convolution"
c.CourseDirectory.root = os.path.dirname(os.path.abspath(__file__))
if "NBGRADER_DB_URL" in os.environ:
    c.CourseDirectory.db_url = os.environ["NBGRADER_DB_URL"]
# nbgrader's default list, and what the check writes beside a notebook that is worked on.
c.CourseDirectory.ignore = [".ipynb_checkpoints", "*.pyc", "__pycache__", "feedback", PROGRESS]

c.ClearSolutions.code_stub = {"python": CODE_STUB}
c.ClearSolutions.text_stub = TEXT_STUB

# nbgrader reads this file twice, so each list is set as a whole: what is put before a list would be there twice.
c.GenerateAssignment.preprocessors = [
    GiveCheck,
    IncludeHeaderFooter,
    InstantiateTests,
    LockCells,
    ClearSolutions,
    ClearOutput,
    CheckCellMetadata,
    ComputeChecksums,
    SaveCells,
    ClearHiddenTests,
    ClearMarkScheme,
    ComputeChecksums,
    CheckCellMetadata,
]

c.Autograde.exporter_class = ReadAnything
# A notebook is validated once, after all of the steps that change it, and not after each of them.
c.ReadAnything.optimistic_validation = True
c.Autograde.sanitize_preprocessors = [
    RepairCells,
    ClearOutput,
    DeduplicateIds,
    OverwriteKernelspec,
    OverwriteCells,
    CheckCellMetadata,
]

grade_unfinished_again()

# nbgrader's default list, with GradeInWorker instead of Execute, and without CheckCellMetadata, which has seen these
# cells above. Without this statement nbgrader runs the notebooks itself, in a kernel that is not isolated.
c.Autograde.autograde_preprocessors = [
    GradeInWorker,
    IgnorePattern,
    ClearMetadataPreprocessor,
    LimitOutput,
    SaveAutoGrades,
    AssignLatePenalties,
]

c.GenerateFeedback.preprocessors = [HideTests, GetGrades, DescribeCells, CSSHTMLHeaderPreprocessor]

# What a student wrote is data: in feedback pages, in the form grader, and in the terminal.
c.GenerateFeedback.exporter_class = FeedbackPage
protect_form_grader()
leave_out_links()
make_logs_printable()
