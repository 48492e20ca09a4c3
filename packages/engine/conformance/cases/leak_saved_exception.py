import gc
class Temp:
    def __init__(self, label): self.label = label
    def __del__(self): print("bye", self.label)
def leak():
    try:
        t = Temp("local")
        raise RuntimeError("oops")
    except RuntimeError as err:
        saved.append(err)
saved = []
leak()
print("after leak")
tb = saved[0].__traceback__
print(tb.tb_frame.f_code.co_name, sorted(tb.tb_frame.f_locals))
saved[0].__traceback__ = None
print("traceback dropped")
del tb
print("tb dropped")
saved.clear()
print(gc.collect())
