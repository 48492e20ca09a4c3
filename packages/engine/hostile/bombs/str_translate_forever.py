# must: limit
class T:
    def __getitem__(self, k):
        return 'x' * 1000000
x = ('a' * 10 ** 5).translate(T())
