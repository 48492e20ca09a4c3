for e in ["print(sepp=1)", "sorted([], keyy=1)", "int('1', bse=2)", "open('x', mod='r')", "[].sort(ky=1)", "''.split(sp=1)", "sum([], strt=1)", "''.format(x=1, yy=2)", "str(objct=1)", "dict().fromkeys(iterabl=1)", "max([1], ky=1)", "bytes(sourc=1)", "list(x=1)", "tuple(x=1)", "float(x=1)", "round(1, ndigit=1)", "property(fgt=1)", "pow(1,2,md=1)", "complex(rel=1)", "''.encode(encodin='x')", "print(zzzz=1)", "min(1,2,defult=3)", "def_ = compile('1', 'a', 'eval', flgs=1)"]:
    try: exec(e)
    except Exception as x: print(e, x)
