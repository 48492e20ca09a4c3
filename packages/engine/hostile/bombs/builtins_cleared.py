# must: answer
p = print
__builtins__.__dict__.clear()
try:
    p("still")
    len
except BaseException:
    p("gone")
