# must: answer
try:
    exec("with " + ", ".join("c as v%d" % i for i in range(30)) + ": pass\n", {})
except (SyntaxError, NameError) as e:
    print(type(e).__name__)
