"""`Account`: a balance, deposits and withdrawals."""

from __future__ import annotations

from types import ModuleType

from autograder.checks import Draw, Failed, Reference, Student, Text, check, compare

ACCEPTED = Text("不该接受的金额被接受了。", "An amount that has to be refused was accepted.")
CHANGED = Text("被拒绝的金额改变了余额。", "The balance changed, though the amount was refused.")


def changes(module: ModuleType, opening: int, amounts: list[int]) -> tuple[list[object], object]:
    """Probe: open an account, deposit what is above 0 and withdraw the rest; return what was returned, and the balance."""
    account = module.Account(opening)
    returned = [account.deposit(one) if one > 0 else account.withdraw(-one) for one in amounts]
    return returned, account.balance


def balance_of_new(module: ModuleType) -> object:
    """Probe: return the balance of an account that is opened with nothing said."""
    return module.Account().balance


def refused(module: ModuleType, opening: int, amount: int, name: str) -> tuple[str, object]:
    """Probe: return which exception a change raises, and the balance afterwards."""
    account = module.Account(opening)
    try:
        getattr(account, name)(amount)
    except ValueError:
        return "ValueError", account.balance
    return "nothing", account.balance


@check(points=5, en="An account that was just opened", public=True)
def test_opened(student: Student, reference: Reference) -> None:
    """With a balance, and with none."""
    for opening in (10, 0):
        compare(student.run(changes, opening, [], public=True), reference.run(changes, opening, []), public=True)
    compare(student.run(balance_of_new, public=True), reference.run(balance_of_new), public=True)


@check(points=10, en="Deposits and withdrawals")
def test_changes(student: Student, reference: Reference, draw: Draw) -> None:
    """A withdrawal returns what is left, a deposit nothing; everything may be taken."""
    first = draw.integer(20, 90)
    for amounts in ([first], [first, -5, 7], [1, 4, -1, 6, -4, 1], [first, -first - 3]):
        compare(student.run(changes, 3, amounts), reference.run(changes, 3, amounts))


@check(points=5, en="Two accounts")
def test_two_accounts(student: Student, reference: Reference, draw: Draw) -> None:
    """What one has is not what the other has."""
    amounts = draw.integers(1, 50, 2)
    compare(student.run(two_accounts, amounts), reference.run(two_accounts, amounts))


@check(points=5, en="A withdrawal of more than there is")
def test_too_much(student: Student, reference: Reference, draw: Draw) -> None:
    """It is refused, and changes nothing."""
    opening = draw.integer(1, 50)
    require_refused(student, reference, opening, opening + draw.integer(1, 9), "withdraw")


@check(points=5, en="A deposit of nothing, or of less")
def test_no_amount(student: Student, reference: Reference, draw: Draw) -> None:
    """0 and numbers below it are refused."""
    for amount in (0, -draw.integer(1, 9)):
        require_refused(student, reference, 20, amount, "deposit")


def two_accounts(module: ModuleType, amounts: list[int]) -> tuple[object, object]:
    """Probe: return the balances of two accounts after a deposit into each."""
    accounts = [module.Account(1), module.Account(2)]
    for account, amount in zip(accounts, amounts, strict=True):
        account.deposit(amount)
    return accounts[0].balance, accounts[1].balance


def require_refused(student: Student, reference: Reference, opening: int, amount: int, name: str) -> None:
    """Raise `Failed` unless a change is refused and leaves the balance as it was."""
    got = student.run(refused, opening, amount, name)
    expected = reference.run(refused, opening, amount, name)
    if not isinstance(got, tuple) or len(got) != len(expected) or got[0] != expected[0]:
        raise Failed(ACCEPTED)
    if got[1] != expected[1]:
        raise Failed(CHANGED)
