print(sorted({"ada", "bob", "eve"}))
