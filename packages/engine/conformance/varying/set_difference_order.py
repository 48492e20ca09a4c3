a = {"red", "green", "blue", "black"}
b = {"white", "grey", "pink"}
print(a | b)
