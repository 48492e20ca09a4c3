# must: answer
class D(dict):
    def __getitem__(self, k): return 5
exec("print(anything, other)", {"print": print}, D(print=print) if 0 else {"anything": 1, "other": 2})
print(eval("a + b", {}, D()))
