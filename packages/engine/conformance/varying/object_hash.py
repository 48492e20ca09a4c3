class A: pass
print(hash(A()))
