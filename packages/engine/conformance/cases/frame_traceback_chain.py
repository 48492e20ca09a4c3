import sys
def a(): b()
def b(): c()
def c(): raise KeyError("k")
try: a()
except KeyError as e:
    t = e.__traceback__
    names = []
    while t: names.append((t.tb_frame.f_code.co_name, t.tb_lineno)); t = t.tb_next
    print(names)
print(sys.exc_info())
