# must: answer
import sys
sys.modules["os"] = "text"
sys.modules["foo"] = "text"
for line in ("import os.path", "from foo import *", "from foo import pper", "import foo.bar"):
    try:
        exec(line)
    except ImportError as e:
        print(e)
sys.modules["sys"] = 5
1 / 0
