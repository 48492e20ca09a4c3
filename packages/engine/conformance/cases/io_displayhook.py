import sys


class Written:
    def __init__(self):
        self.parts = []

    def write(self, part):
        self.parts.append(part)

    def flush(self):
        pass


stdout, written = sys.stdout, Written()
sys.stdout = written
exec(compile("1 + 1\n[2]\nNone", "<typed>", "exec"))
exec(compile("1 + 1", "<typed>", "single"))
exec(compile("[3]; None", "<typed>", "single"))
sys.stdout = stdout
print(written.parts)
sys.displayhook = lambda value: print("shown", value)
exec(compile("4; None", "<typed>", "single"))
sys.displayhook = sys.__displayhook__
exec(compile("5", "<typed>", "single"))
