print(hash("memory"))
