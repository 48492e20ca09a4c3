mth = 3
print(math.sqrt(mth))
