import random
class AtEnd:
    def __del__(self): print("never printed")
def hook(): return keep
keep = AtEnd()
random.hook = hook
