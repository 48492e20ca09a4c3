# must: answer or limit
import sys
def hook(*a):
    raise ValueError("again")
sys.excepthook = hook
1 / 0
