print(format(1+2j, ".2f"), format(1+2j, "e"))
print("{:}".format(3j), "{:10}|".format(1+1j), "{:g}".format(1.5-2j))
print(repr(1e20+1j), repr(-0j), repr(complex(0, -0.0)))
