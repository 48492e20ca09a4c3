# must: answer
def f(**k): return len(k)
print(f(**{"k%d" % i: i for i in range(20000)}))
