def g():
    yield 1
made = g()
frame = made.gi_frame
print(frame.f_back)
next(made)
print(frame.f_back)
print(next(made, None), frame.f_back is None, made.gi_frame)
def h():
    yield sys._getframe().f_back is not None
import sys
made = h()
frame = made.gi_frame
print(next(made), frame.f_back)
made.close()
print(frame.f_back is None)
def bad():
    raise ValueError
    yield
made = bad()
frame = made.gi_frame
try: next(made)
except ValueError as e: print(frame.f_back is None, e.__traceback__.tb_frame is not None)
