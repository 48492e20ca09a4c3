"""The sizes that the tests of sys.getsizeof measure with."""

SIZEOF_PYOBJECT = SIZEOF_PYGC_HEAD = SIZEOF_MANAGED_PRE_HEADER = 16
