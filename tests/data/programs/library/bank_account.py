#: input ["deposit 50\n", "withdraw 80\n", "balance\n", "fly\n", "quit\n"]
# A beginner's whole program.
class Account:
    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance

    def deposit(self, amount):
        self.balance += amount

    def withdraw(self, amount):
        if amount > self.balance:
            raise ValueError(f"only {self.balance} left")
        self.balance -= amount

    def __repr__(self):
        return f"Account({self.owner!r}, {self.balance})"


def main():
    account = Account("Ada")
    while True:
        command, *rest = input("> ").split()
        try:
            match command, rest:
                case "deposit" | "withdraw", [amount]:
                    getattr(account, command)(int(amount))
                case "balance", []:
                    print(account)
                case "quit", _:
                    break
                case _:
                    print("what?")
        except ValueError as error:
            print("error:", error)


main()
