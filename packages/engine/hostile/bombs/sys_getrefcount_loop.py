# must: limit
import sys
x = []
while True:
    sys.getrefcount(x)
