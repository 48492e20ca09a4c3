import sys
print(len(sys.modules))
