import time
a = time.monotonic()
b = time.monotonic()
print(b >= a)
