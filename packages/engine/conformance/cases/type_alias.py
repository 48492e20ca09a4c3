type Items[T] = list[T]
type Tree = int | list[Tree]
print(Items, Items[int], Items.__value__, Items.__type_params__, Items.__parameters__, Items.__name__, Items.__module__)
print(Tree.__value__, Items | None, type(Tree))
type Late = missing
try:
    Late.__value__
except NameError as e:
    print(e)
missing = 3
print(Late.__value__, Late.__value__ is Late.__value__)
try:
    Tree[int]
except TypeError as e:
    print(e)
class A:
    x = 5
    type X = x
print(A.X.__value__, A.X)
type = 1
print(type)
