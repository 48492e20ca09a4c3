# must: answer
import random
r = random.Random(5)
n = 0
for i in range(300):
    s = "".join(chr(r.randrange(32, 126)) for _ in range(30))
    try:
        compile(s, "g", "exec")
    except (SyntaxError, ValueError, MemoryError):
        n += 1
print(n > 200)
