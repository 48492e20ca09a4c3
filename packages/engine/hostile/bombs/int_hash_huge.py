# must: answer
print(hash(2 ** 100000) == hash(2 ** (100000 % 61)))
