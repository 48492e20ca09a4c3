print(hash(()), hash((1,)), hash((1, 2, 3)), hash((1, (2, 3))), hash(("a", 1.5)), hash((-1, -2)))
