import sys
def hook(args):
    print(args.exc_type.__name__, args.exc_value, args.exc_traceback.tb_frame.f_code.co_name, args.exc_traceback.tb_next)
sys.unraisablehook = hook
def g():
    try: yield
    except GeneratorExit: yield "more"
def drop():
    made = g()
    next(made)
    del made
drop()
class A:
    def __del__(self): raise ValueError("x")
def lose():
    A()
lose()
