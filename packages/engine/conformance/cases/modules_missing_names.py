import math, random, collections
for module, name in ((math, "nothing"), (random, "dice"), (collections, "stack")):
    try:
        getattr(module, name)
    except AttributeError as e:
        print(e)
print(hasattr(math, "sqrt"), hasattr(math, "squareroot"), getattr(random, "dice", 6))
try:
    aiterx
except NameError as e:
    print(e)
