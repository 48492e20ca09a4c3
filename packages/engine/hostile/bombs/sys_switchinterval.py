# must: answer
import sys
try:
    sys.setswitchinterval(1e-9)
    sys.setswitchinterval(0)
except (ValueError, AttributeError) as e:
    print(e)
