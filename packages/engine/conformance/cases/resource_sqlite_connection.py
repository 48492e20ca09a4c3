import gc
import sqlite3
import sys
gc.collect()
c = sqlite3.connect(":memory:")
print(sys.getrefcount(c))
c = None
print(gc.collect() > 0)
c = sqlite3.connect(":memory:")
c.close()
print(sys.getrefcount(c))
c = None
print(gc.collect())
