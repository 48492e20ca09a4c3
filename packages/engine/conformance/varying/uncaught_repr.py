class A: pass
raise ValueError(A())
