# must: answer or limit
print(eval(" " * 100000 + "1"))
