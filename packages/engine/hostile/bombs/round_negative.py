# must: limit
round(7 ** 10 ** 5, -10 ** 10)
print("end")
