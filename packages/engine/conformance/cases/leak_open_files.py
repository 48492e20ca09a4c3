import io
opened = []
for i in range(3):
    f = io.StringIO("line\n" * i)
    opened.append(f)
print([f.closed for f in opened])
for f in opened:
    with f: f.read()
print([f.closed for f in opened])
