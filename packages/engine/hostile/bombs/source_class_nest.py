# must: answer
src = "".join(" " * i + "class C:\n" for i in range(60)) + " " * 60 + "pass\n"
exec(src)
print(C.C.C.C.__qualname__)
