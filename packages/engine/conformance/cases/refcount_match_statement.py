import sys
x = [object()]
src = '''
def f(v):
    match v:
        case [a]:
            return sys.getrefcount(a), sys.getrefcount(v)
'''
if sys.version_info >= (3, 10):
    exec(src)
    print(f(x), f([object()]))
else:
    print("no match")
