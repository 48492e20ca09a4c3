# must: answer
import sys
sys.modules = {}
import gc
print(type(gc).__name__)
