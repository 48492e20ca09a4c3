import logging, sys, threading
thread = threading.Thread(target=len, args=([],))
print(thread.name, thread.daemon, thread.ident, thread, threading.Thread(name="q", daemon=True))
barrier = threading.Barrier(1, lambda: print("act"))
print(barrier.wait(), barrier.parties, barrier.n_waiting, barrier.broken)
with threading.Condition() as held:
    print(held)
handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("%(name)s %(who)s %(message)s"))
adapter = logging.LoggerAdapter(logging.getLogger("app"), {"who": "me"})
adapter.logger.addHandler(handler)
adapter.critical("hi %d", 3)
print(adapter.isEnabledFor(10), adapter, adapter.getEffectiveLevel(), logging.getLoggerClass())
print(logging.makeLogRecord({"msg": "m"}).getMessage())
