import sys, weakref
class Big: pass
def work():
    big = Big()
    global r
    r = weakref.ref(big)
    raise ValueError
try: work()
except ValueError as e: tb = e.__traceback__
print(r() is None)
print(tb.tb_next.tb_frame.f_locals["big"] is r())
tb = None
print(r() is None)
