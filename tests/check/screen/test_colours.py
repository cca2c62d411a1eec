"""On a terminal the screen has colours; PICTURES=FOLDER keeps screenshots to be looked at."""

from __future__ import annotations

import shutil
from pathlib import Path

ROOT = Path(__file__).parents[3]
WIDTH = 100


def on_a_terminal(folder, *arguments):
    """Run the check as on a terminal of full colours and return what it shows."""
    return folder.check(*arguments, FORCE_COLOR="1", TERM="xterm-256color", COLUMNS=str(WIDTH))[1]


def test_a_wrong_answer_is_red_and_its_field_is_blue(folder, picture):
    folder.answer("corr2d", folder.flipped)
    folder.answer("edge_image", "    return torch.ones(6，8)\n")
    shown = on_a_terminal(folder, "image_convolution.py")
    picture("failing", shown)
    assert "\x1b[1;31m✗ corr2d" in shown
    assert "\x1b[1;34m[0]" in shown
    assert "\x1b[1;31m[ 5]" in shown
    assert "\x1b[1;32m[19]" in shown


def test_right_answers_are_green(folder, picture):
    shutil.copy(ROOT / "solutions" / "image_convolution.py", folder.file)
    shown = on_a_terminal(folder, "image_convolution.py", "--lang", "en")
    picture("passing", shown)
    assert "\x1b[32m✓ All public checks pass." in shown


def test_every_exercise_in_full(folder, picture):
    for exercise in ("corr2d", "receptive_field"):
        folder.answer(exercise, "    return None\n")
    folder.answer("edge_kernel", "    return torch.tensor([[-1.0, 1.0]])\n")
    folder.answer("receptive_field_mask", "    return torch.ones(input_shape)\n")
    shown = on_a_terminal(folder, "image_convolution.py", "--all")
    picture("all", shown)
    assert "corr2d" in shown
