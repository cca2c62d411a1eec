from dataclasses import dataclass


@dataclass
class Account:
    balance: int = 0

    def deposit(self, amount):
        if amount < 1:
            raise ValueError
        self.balance = self.balance + amount

    def withdraw(self, amount):
        if amount > self.balance:
            raise ValueError
        self.balance = self.balance - amount
        return self.balance
