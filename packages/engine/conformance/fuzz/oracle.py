"""One interpreter that runs many programs: reads `SOURCE OUT ERR` paths a line, forks, runs SOURCE as __main__, answers with its wait status.

Everything a program sees is as in `python FILE`, but for the frames of this file below it and what this file has imported;
a difference found here is asked again of a fresh interpreter. Without os, which `-S` does not import either.
"""


def serve():
    import posix, _signal, sys

    requests = open(3, "rb", buffering=0)
    pending = b""
    while True:
        while b"\n" not in pending:
            more = requests.read(65536)
            if not more:
                posix._exit(0)
            pending += more
        line, _, pending = pending.partition(b"\n")
        source, out, err = line.decode().split("\t")
        pid = posix.fork()
        if pid == 0:
            break
        _, status = posix.waitpid(pid, 0)
        posix.write(4, b"%d\n" % status)
    requests.close()
    posix.close(4)
    _signal.alarm(10)
    flags = posix.O_WRONLY | posix.O_CREAT | posix.O_TRUNC
    for path, fd in (out, 1), (err, 2):
        opened = posix.open(path, flags, 0o600)
        posix.dup2(opened, fd)
        posix.close(opened)
    with open(source, encoding="utf-8") as file:
        text = file.read()
    namespace = sys.modules["__main__"].__dict__
    del namespace["serve"]
    namespace["__doc__"] = None
    namespace["__file__"] = "main.py"
    sys.argv[:] = ["main.py"]
    sys.path[0] = ""
    return compile(text, "main.py", "exec", dont_inherit=True)


exec(serve())
