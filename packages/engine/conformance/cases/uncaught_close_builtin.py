try:
    prnt(1)
except NameError as e:
    print(e)
prnt(1)
