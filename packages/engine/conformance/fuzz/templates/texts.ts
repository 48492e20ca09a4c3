/** Strings and bytes. */
export const texts = String.raw`
key x2 = "a"
key x2 = "b"
key = "c"
key = "kid"
str x3 = "abc"
str x2 = ""
str x2 = "a"
str x2 = 'two words'
str = "x" "y"
str = "é"
str = "日本"
str = "\x00\t\n"
str = r"a\b"
str = """a'b"c"""
str = "%"
str x2 = $str + $str
str = $str * $small
str = $str[$small:]
str = $str[::-1]
str = $str[:$small]
str = $str.upper()
str = $str.title()
str = $str.strip()
str = $str.replace("a", $str)
str = $str.center(9, "*")
str = $str.ljust(5)
str = $str.rjust(6, ".")
str = $str.zfill(6)
str = $str.capitalize()
str = $str.swapcase()
str = $str.casefold()
str = $str.expandtabs(4)
str = $str.join(["p", "q"])
str = ",".join(map(str, $list))
str >=3.9 = $str.removeprefix("a")
str >=3.9 = $str.removesuffix("c")
str = $str.translate({97: "Z", 98: None})
str = $str.translate(str.maketrans("ab", "xy"))
str = $str.partition("b")[2]
str = "-".join($str.split())
str = repr($any)
str = str($any)
str = ascii($str)
str = chr($small + 65)
str = hex($int)
str = oct($int)
str = bin($int)
str = format($int, "08,d")
str = format($float, ".3f")
str = format($str, ">8")
str = "%d-%s-%r" % ($int, $any, $str)
str = "%(a)s %(b)05d" % {"a": $any, "b": $int}
str = "%x %o %e %g %c" % ($small, $small, $float, $float, "z")
str = "%-6s|%+d|%5.1f%%" % ($str, $int, $float)
str = "{} {!r} {:>5}".format($any, $str, $small)
str = "{0}{1}{0}".format($int, $str)
str = "{k[0]} {o.v}".format(k=[$int], o=$inst)
str x2 = f"{$any}"
str = f"{$str!r:>8} {$int:+d}"
str = f"{$float:{$small + 5}.2f}"
str = f"{$int!s:^9}|{$int:#x}"
str = f"a{'b'}c{{}}{$int:,}"
str = f"{$any!a}"
str = f"{$int=}"
str >=3.12 = f"{f"{$str}"}"
str = $inst.__class__.__name__
str = type($any).__name__
str = $str if $bool else $str
str = $str or "none"
str = string.ascii_lowercase[:$small]
str = string.digits
str = string.capwords($str)
str = string.Template(chr(36) + "x and " + chr(36) + "{y}").substitute(x=$int, y=$str)
str = string.Formatter().format("{0} {a}", $int, a=$str)
str = sys.intern($str)
str = $cls.__qualname__
str = min($str, "m")
str = max("a", $str, key=len)
str = "".join(sorted($str))
str = "".join(reversed($str))
str = $bytes.decode("latin-1")
str = $bytes.hex()
str = str($bytes, "latin-1")
str = "".join($1 for $1 in $str if $1 != "a")
str = object.__repr__($int)[:4]
str = copy.copy($str)
str = str.__add__($str, $str)
str = $float.hex()
str = $str.lower()
str = io.StringIO($str).read()
str = operator.concat($str, $str)
bytes x3 = b"abc"
bytes = b""
bytes = b"\x00\xff"
bytes = $bytes + $bytes
bytes = $bytes * $small
bytes = bytes(3)
bytes = bytes([$small, 65])
bytes = $str.encode()
bytes = $str.encode("utf-8")
bytes = $bytes.upper()
bytes = $bytes.replace(b"a", b"xy")
bytes = $bytes[1:]
bytes = b" ".join([$bytes, $bytes])
bytes = bytes.fromhex("0a ff")
bytes = (1000).to_bytes(4, "little")
bytes = bytes($bytearray)
bytes = memoryview($bytes).tobytes()
bytes = b"%d %s" % ($int, $bytes)
bytes = io.BytesIO($bytes).getvalue()
bytearray = bytearray($bytes)
bytearray = bytearray(b"xy")
bytearray = bytearray($small)
bytearray = $bytearray + $bytes
`;
