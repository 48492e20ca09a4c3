# must: limit
for i in range(10 ** 6):
    ('a' * 10 ** 6).count('a')
