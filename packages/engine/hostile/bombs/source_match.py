# must: answer
src = "match x:\n case " + "[" * 3000 + "_" + "]" * 3000 + ": pass\n"
try:
    compile(src, "m", "exec")
    print("compiled or refused")
except (SyntaxError, MemoryError, RecursionError):
    print("compiled or refused")
