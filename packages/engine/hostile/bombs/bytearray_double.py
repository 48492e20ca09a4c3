# must: answer or limit
x = bytearray(b'ab')
while True:
    x += x
