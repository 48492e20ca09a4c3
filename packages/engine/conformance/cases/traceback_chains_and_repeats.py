import sys, traceback
def show(lines):
    print("".join(part for line in lines for part in line.splitlines(True) if not part.startswith("  File")))
def down(n):
    if n == 0:
        raise KeyError("deep")
    down(n - 1)
def twice():
    try:
        down(8)
    except KeyError as error:
        raise ValueError("outer") from error
try:
    twice()
except ValueError as error:
    show(traceback.format_exception(type(error), error, error.__traceback__))
    show(traceback.format_exception(type(error), error, error.__traceback__, chain=False))
    show(traceback.format_tb(error.__traceback__, limit=1))
    print(traceback.format_exception_only(type(error), error))
try:
    try:
        1 / 0
    except ZeroDivisionError:
        missing
except NameError as error:
    show(traceback.TracebackException.from_exception(error).format())
