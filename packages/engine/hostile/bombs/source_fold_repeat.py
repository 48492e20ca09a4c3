# must: answer or limit
f = lambda: ('a' * 4000) * 4000 * 0
print(len(f()))
