# must: answer
import sys
sys.exit(10 ** 30)
