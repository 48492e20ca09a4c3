import typing
def f[T = int, *Ts = (1, 2), **P = [int]](x: T = 2):
    return T.__default__, Ts.__default__, P.__default__, T.has_default()
print(f())
class A[T, U = list[T]]: pass
T, U = A.__type_params__
print(T.__default__, T.has_default(), U.__default__)
type X[T = Y] = T
Y = 5
print(X.__type_params__[0].__default__)
print(typing.TypeVar("Q", default=3).__default__, typing.NoDefault)
