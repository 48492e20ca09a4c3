words = {"one", "two", "three", "four", "five"}
print(words.pop())
