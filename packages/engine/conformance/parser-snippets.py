#!/usr/bin/env python3
"""The SyntaxError snippets in CPython's own test_syntax and test_exceptions, of the interpreter that runs this.

Prints one JSON line {"source": TEXT, "from": TEST} per snippet: doctest examples that expect an error, and the texts
given to _check_error, check_syntax_error, check and compile in the test classes.
"""
import ast, doctest, json, os

HELPERS = {"_check_error", "check_syntax_error", "check", "compile", "_check_noerror", "exec", "eval"}


def doctests(tree):
    text = ast.get_docstring(tree, clean=False) or ""
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)): text += "\n\n" + (ast.get_docstring(node, clean=True) or "")
    for example in doctest.DocTestParser().get_examples(text):
        if "Error" in (example.want or "") or example.exc_msg: yield example.source


def calls(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args:
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            first = node.args[0]
            if name in HELPERS:
                try: value = ast.literal_eval(first)
                except (ValueError, TypeError, SyntaxError): continue
                if isinstance(value, str): yield value


def main():
    seen = set()
    for test in ("test_syntax", "test_exceptions"):
        path = os.path.join(os.path.dirname(os.__file__), "test", test + ".py")
        with open(path, encoding="utf-8") as f: tree = ast.parse(f.read())
        for source in [*doctests(tree), *calls(tree)]:
            if source in seen: continue
            seen.add(source)
            try: ast.parse(source)
            except SyntaxError: print(json.dumps({"source": source, "from": test}))
            except ValueError: pass


main()
