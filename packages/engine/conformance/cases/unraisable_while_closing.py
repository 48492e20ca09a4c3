import sys
def hook(args):
    message = args.err_msg
    print(message if message is None else message.split(" at 0x")[0], type(args.object).__name__, args.exc_value)
sys.unraisablehook = hook
def g():
    try: yield
    except GeneratorExit: yield "more"
async def c():
    try: await A()
    except GeneratorExit: await A()
class A:
    def __await__(self): yield
    def __del__(self): raise ValueError("x")
made = g()
next(made)
del made
made = c()
made.send(None)
del made
