# must: answer
import sys
sys.modules["foo"] = "text"
import foo
print(foo)
from foo import upper
print(upper())
