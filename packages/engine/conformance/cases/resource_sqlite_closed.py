import sqlite3
c = sqlite3.connect(":memory:")
with c as inside:
    print(inside is c)
c.commit()
c.close()
c.close()
try:
    c.execute("select 1")
except sqlite3.ProgrammingError as error:
    print(type(error).__name__, error)
print(issubclass(sqlite3.ProgrammingError, sqlite3.Error))
