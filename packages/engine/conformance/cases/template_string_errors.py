for source in ("t'a' 'b'", "t'{}'", "t'{a'", "f'a' t'b'", "tf'a'", "t'{1!x}'", "t'{a b}'", "t'a' = 1", "t'{undefined}'", "t'a'()"):
    try: exec(compile(source, "<t>", "exec"), {})
    except (SyntaxError, TypeError, NameError) as e: print(type(e).__name__, e)
    else: print("fine")
