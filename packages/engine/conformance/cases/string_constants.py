import string
print(string.ascii_letters, string.digits, repr(string.punctuation), repr(string.whitespace), string.capwords("hello big world"))
t = string.Template("$name owes ${amount} $$")
print(t.substitute(name="A", amount=5), t.safe_substitute(name="B"))
try: t.substitute(name="A")
except KeyError as e: print("KeyError", e)
