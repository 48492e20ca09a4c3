# must: limit
x = ('a' * 10 ** 5).translate({97: 'b' * 10 ** 6})
