names = {"ada", "bob", "eve", "kay"}
print(list(names))
print(len(names))
