import sys


class Leaker:
    def __del__(self):
        raise RuntimeError("del failed")


def hook(unraisable):
    print(unraisable.exc_type, unraisable.exc_value, unraisable.exc_traceback is not None)
    print(unraisable.object == Leaker.__del__, (unraisable.err_msg or "no message").split("<")[0])


sys.unraisablehook = hook
leaker = Leaker()
del leaker
sys.unraisablehook = sys.__unraisablehook__
print(sys.unraisablehook.__name__, sys.__excepthook__.__name__)
