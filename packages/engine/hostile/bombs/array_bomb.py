# must: end
import array
x = array.array("i", [0]) * 10 ** 10
