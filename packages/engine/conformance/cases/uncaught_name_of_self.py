class Counter:
    def __init__(self):
        self.count = 0
    def up(self):
        return count + 1
Counter().up()
