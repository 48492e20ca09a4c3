# must: answer
try:
    1 / 0
except ZeroDivisionError as e:
    t = e.__traceback__
    try:
        t.tb_next = t
    except ValueError as x:
        print(x)
    e.__traceback__ = None
    try:
        e.__traceback__ = 5
    except TypeError as x:
        print(x)
