class Account:
    def __init__(self, balance=0):
        self.changes = [balance]

    @property
    def balance(self):
        return sum(self.changes)

    def deposit(self, amount):
        if not amount > 0:
            raise ValueError(f"cannot deposit {amount}")
        self.changes.append(amount)

    def withdraw(self, amount):
        if self.balance < amount:
            raise ValueError("not enough")
        self.changes.append(-amount)
        return self.balance
