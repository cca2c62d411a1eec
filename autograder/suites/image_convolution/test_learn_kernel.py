"""`learn_kernel`: plain gradient descent; the losses must be those that lead to the learned kernel (see `training`).

The losses, the steps, the shapes and the settings are checked apart: an answer that learns in a mistaken way (see
`ways`) loses the points of what is mistaken, and keeps the others where it follows the same way everywhere.

An answer can be wrong along these dimensions: rows and columns of X, of Y and of the kernel, few and many; even and
odd sizes, square or not; one row, column or element; images of zeros; the step and the values, large and small; the
number of epochs, one or many; fast and slow learning; a second call; the inputs afterwards.
"""

from __future__ import annotations

from autograder.checks import Draw, Failed, Related, Student, Text, Unexplained, check
from autograder.suites.descent import steps
from autograder.suites.image_convolution.answers import Learned, read
from autograder.suites.image_convolution.learning import Answers, Call, learn, near_the_best
from autograder.suites.image_convolution.training import STEEPEST, Problem, drawn_problem, lesson_problem
from autograder.suites.image_convolution.ways import UNKNOWN, way_of

SOLVED = Text(
    "第一次更新之前，卷积核就已经是最优解；应当从随机权重开始，用梯度下降来学习。",
    "The kernel is the best one before the first update; start it from random weights and learn it by descent.",
)
NO_DESCENT = Text("损失没有下降。", "The losses do not fall.")
OTHER_KERNEL = Text(
    "返回的卷积核的损失，比训练结束时记录的损失大得多：它不是训练的结果。",
    "The loss of the returned kernel is far above those at the end of the training: the kernel is not its result.",
)
FAR = 1e-2  # from the best kernel: a few steps do not lead nearer to it than this
CASES = (  # shapes of image and kernel; many kernels fit the targets of some, so nothing is said of their starts
    *(((20, 5), (4, 4)), ((6, 20), (3, 3)), ((18, 1), (17, 1)), ((1, 20), (1, 18))),  # many rows or columns
    *(((6, 6), (3, 3)), ((7, 7), (5, 5)), ((1, 1), (1, 1))),  # square
)


@check(
    points=4, zh="课文的例子：学习边缘检测的卷积核", en="The lesson's example: learning the edge detector", public=True
)
def test_lesson_example(student: Student) -> None:
    """A kernel of (1, 2), a step of 3e-2 and 10 epochs, which nobody has to say; it is learned twice.

    The other checks judge how the losses and the steps come about: here the losses fall, and end where the kernel is.
    """
    problem = lesson_problem()
    answers = learn(student, [(problem, ()), (lesson_problem(), ())], public=True)[:2]
    both = [read(answer, problem.kernel_size, problem.num_epochs) for answer in answers]
    for learned in both:
        if learned.wrong_pair is not None:
            raise Related(learned.wrong_pair)
    way = way_of(problem, both[0])
    if way is not None and near_the_best([(problem, one) for one in both], way):
        raise Failed(SOLVED)
    require_descent(both[0])
    if way is None:
        require_end(problem, both[0])
    elif way.wrong_kernel is not None:
        raise Related(way.wrong_kernel)


def require_descent(learned: Learned) -> None:
    """Raise `Failed` where several losses are reported, and the last is not less than the first."""
    if len(learned.losses) > 1 and not learned.losses[-1] < learned.losses[0]:
        raise Failed(NO_DESCENT)


def require_end(problem: Problem, learned: Learned) -> None:
    """Raise `Failed` unless the kernel's loss is nearer to the last loss than to the first; the best is too good."""
    kernel = learned.kernel.double().flatten()
    if problem.distance(kernel) < FAR:
        raise Unexplained(UNKNOWN)
    loss = float(problem.residuals(kernel).square().sum())
    first, last = learned.losses[0], learned.losses[-1]
    if not abs(loss - last) < abs(loss - first):
        raise Failed(OTHER_KERNEL)


@check(points=4, zh="每次更新之前的损失", en="The losses before each update")
def test_losses(student: Student, draw: Draw) -> None:
    """A list of the summed squared errors, one before each update, whatever the steps are."""
    answers = Answers(student, draw.once(wide_call))
    way = answers.way
    if way is None or way.steps is not steps.STILL:
        answers.require_same_way()
    if answers.plain.wrong_losses is not None:
        raise answers.plain.wrong_losses
    if way is not None and way.wrong_report is not None:
        raise Related(way.wrong_report)


@check(points=4, zh="每一步：学习率乘以损失的梯度", en="The steps: the learning rate times the gradient of the loss")
def test_steps(student: Student, draw: Draw) -> None:
    """Plain gradient descent on the summed squared error, whatever is reported."""
    answers = Answers(student, draw.once(high_call))
    if answers.way is None:
        raise Unexplained(UNKNOWN)
    if answers.way.wrong_steps is not None:
        raise Related(answers.way.wrong_steps)
    answers.require_same_way()


@check(
    points=4,
    zh="其他形状的卷积核和图像；X 和 Y 保持原样",
    en="Kernels and images of other shapes; X and Y stay as they were",
)
def test_kernel_shapes(student: Student, draw: Draw) -> None:
    """Wide, with the default settings; high, square, and of one element; images of all shapes, and of zeros."""
    answers = Answers(student, draw.once(calls_of_many_shapes))
    answers.require_inputs()
    answers.require_same_way()


@check(points=4, zh="给定的学习率和轮数", en="The step and the number of epochs that are asked for")
def test_settings(student: Student, draw: Draw) -> None:
    """A larger step and fewer epochs, a smaller one and more, a single epoch; tiny and huge steps; slow learning."""
    Answers(student, draw.once(calls_with_settings)).require_same_way()


def wide_call(draw: Draw) -> list[Call]:
    """Return a call for a wide image."""
    return [(drawn_problem(draw, (4, 6), (1, 2)), ())]


def high_call(draw: Draw) -> list[Call]:
    """Return a call for a high image."""
    return [(drawn_problem(draw, (6, 4), (1, 2)), ())]


def calls_of_many_shapes(draw: Draw) -> list[Call]:
    """Return calls for kernels of several sizes, and for images of all shapes and of zeros."""
    size, *others = (2, 3), (3, 1), (2, 2), (1, 1)
    X, Y = 0.3 * draw.tensor(3, 4), draw.tensor(3, 3)
    tiny = (0 * X, Y), (1e-3 * X, 0 * Y), (1e-3 * X, 1e-4 * Y)
    problems = [Problem(image, target, (1, 2), 0.02, 2) for image, target in tiny]
    problems += [drawn_problem(draw, (5, 7), each, num_epochs=3) for each in others]
    problems += [drawn_problem(draw, shape, each, 0.02, 2) for shape, each in CASES]
    return [(drawn_problem(draw, (5, 7), size), (size,)), *with_all_settings(problems)]


def calls_with_settings(draw: Draw) -> list[Call]:
    """Return calls that give the step and the number of epochs."""
    settings = (
        *((0.125, 4, STEEPEST), (0.01, 13, STEEPEST), (0.05, 1, STEEPEST)),
        *((1e-7, 2, STEEPEST), (3e3, 2, STEEPEST), (0.03, 18, 0.0005)),
    )
    return with_all_settings([drawn_problem(draw, (4, 6), (1, 2), *each) for each in settings])


def with_all_settings(problems: list[Problem]) -> list[Call]:
    """Return calls that give everything there is to say about each problem."""
    return [(one, (one.kernel_size, one.lr, one.num_epochs)) for one in problems]
