class X(object): pass
def a():
    try:
        X.__abstractmethods__
    except AttributeError as e: print(e)
a()
X.__abstractmethods__ = {"abc"}
print(X.__abstractmethods__)
try: X()
except TypeError as e: print(e)
try: del type.__abstractmethods__
except TypeError as e: print(e)
del X.__abstractmethods__
print(type(X()).__name__)
try: type.__abstractmethods__ = 42
except TypeError as e: print(e)
try: type.__abstractmethods__
except AttributeError as e: print(e)
X.__abstractmethods__ = 1
try: print(X.__abstractmethods__)
except Exception as e: print(e)
try: X()
except Exception as e: print(e)
try: del X.__abstractmethods__; del X.__abstractmethods__
except AttributeError as e: print(e)
