"""The student's own check: public cases, verdicts in layers, and the names of known mistakes.

`autograder build` copies this folder to the students' folder, where it is the package `check`; so its files import
nothing else of the engine, and one another by relative imports. It runs the student's own code on the student's own
machine, without a sandbox. `verdicts.check_exercises` gives the verdicts on a namespace; the rest shows them.
"""
