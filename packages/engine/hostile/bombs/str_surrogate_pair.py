# must: end
x = '\ud83d' + '\ude00'
print(len(x), ascii(x))
