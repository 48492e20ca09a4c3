import gc
import sqlite3
import warnings
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    c = sqlite3.connect(":memory:")
    c = None
    gc.collect()
    print([w.category.__name__ for w in seen])
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    c = sqlite3.connect(":memory:")
    c.close()
    c = None
    gc.collect()
    print(seen)
