# must: answer
try:
    '{:99999999999999999999}'.format(1)
except (ValueError, OverflowError) as e:
    print(type(e).__name__, e)
