class E:
    def boom(self): raise ValueError("boom")
    __eq__ = __lt__ = property(boom)
for action in (lambda: E() == E(), lambda: E() != E(), lambda: E() < 1, lambda: E() == 1):
    try: print(action())
    except (TypeError, ValueError) as e: print(e)
