# must: limit
import operator
operator.concat("a" * 10 ** 6, "b")
operator.mul("a", 10 ** 12)
