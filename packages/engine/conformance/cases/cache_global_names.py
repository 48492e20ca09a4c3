# The same instruction looks a name up again after the namespaces changed.
def show():
    return len("abc")


def value():
    return x


x = 1
seen = []
for step in range(9):
    seen.append((show(), value() if "x" in globals() else None))
    if step == 2:
        len = lambda text: "mine"
    elif step == 4:
        del len
    elif step == 5:
        x = "changed"
    elif step == 6:
        globals().popitem()
        globals()["len"] = lambda text: "again"
    elif step == 7:
        del x
print(seen)
other = {"x": "elsewhere", "seen": []}
exec("def value():\n    return x\nfor i in range(3):\n    seen.append(value())\n    x = i", other)
print(other["seen"])
try:
    value()
except NameError as error:
    print(error)
