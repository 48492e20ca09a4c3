from collections import UserDict
class Baddict(dict):
    def __new__(cls): return UserDict()
made = Baddict.fromkeys("ab")
print(type(made).__name__, made, made == {"a": None, "b": None})
class Loud(dict):
    def __setitem__(self, key, value):
        print("set", key)
        super().__setitem__(key, value)
print(Loud.fromkeys("ab", 1))
class Given(dict):
    def __new__(cls): return given
given = {"z": 0}
print(Given.fromkeys("ab", 1), given)
