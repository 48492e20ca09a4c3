# must: answer
try:
    print('\ud800')
except UnicodeEncodeError as e:
    print(e)
