import enum


def scope():
    class Colour(enum.Enum):
        RED = 1

    class Mode(enum.Flag):
        READ = 1
        WRITE = 2

    class Level(enum.IntEnum):
        LOW = 1

    for kind, value in (Colour, 9), (Level, "x"):
        try:
            kind(value)
        except ValueError as error:
            print(error)
    print(Mode(3) == Mode.READ | Mode.WRITE, type(Colour).__name__)


scope()
