total = 3
def f(alpha):
    beta = alpha + total
    try:
        return betta
    except NameError as e:
        print(e, e.args)
    return totla
f(1)
