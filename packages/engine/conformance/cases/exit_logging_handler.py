import logging
class Quiet(logging.Handler):
    def emit(self, record): print("handled", record.getMessage())
log = logging.getLogger("app")
log.addHandler(Quiet())
log.warning("once")
class AtEnd:
    def __del__(self): print("never printed")
keep = AtEnd()
