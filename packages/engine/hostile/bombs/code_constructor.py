# must: answer
import types
try:
    types.CodeType(1, 2, 3)
except TypeError as e:
    print(type(e).__name__)
try:
    types.FunctionType(5, {})
except TypeError as e:
    print(type(e).__name__)
