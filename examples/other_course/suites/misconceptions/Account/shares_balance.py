"""Your accounts share one balance: it stands in the class. Give each account its own, as `self.balance`.

Check: two_accounts
"""


class Account:
    balance = 0

    def __init__(self, balance=0):
        Account.balance = balance

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("above 0")
        Account.balance += amount

    def withdraw(self, amount):
        if amount > Account.balance:
            raise ValueError("not so much")
        Account.balance -= amount
        return Account.balance
