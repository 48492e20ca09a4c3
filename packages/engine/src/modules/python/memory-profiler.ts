/**
 * `memory_profiler.profile`: the package's table, with the engine's own bytes in it.   [mirrors memory_profiler.show_results]
 *
 * A mebibyte is 2**20 bytes; `precision` decimals are shown, rounded as format() rounds. A function that raises gets no table.
 */
export const memoryProfilerSource = `
import functools
from _memory_profiler import _run, _source_lines

__all__ = ["profile"]

_template = "{0:>6} {1:>12} {2:>12}  {3:>10}   {4:<}"


def _mebibytes(count, precision):
    return "{0:{1}.{2}f} MiB".format(count / 2**20, precision + 4, precision)


def _show_results(func, rows, stream, precision):
    code = func.__code__
    measured = {row[0]: row[1:] for row in rows}
    header = _template.format("Line #", "Mem usage", "Increment", "Occurrences", "Line Contents")
    text = ["Filename: " + code.co_filename + "\\n", header, "=" * len(header)]
    for i, line in enumerate(_source_lines(func)):
        number = code.co_firstlineno + i
        usage = increment = occurrences = ""
        if number in measured:
            usage, increment, occurrences = measured[number]
            usage, increment = _mebibytes(usage, precision), _mebibytes(increment, precision)
        text.append(_template.format(number, usage, increment, occurrences, line))
    report = "\\n".join(text) + "\\n\\n"
    if stream is None:
        print(report)
    else:
        stream.write(report + "\\n")


def profile(func=None, stream=None, precision=1, backend="psutil"):
    if func is None:
        return lambda function: profile(function, stream, precision, backend)

    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        result, rows = _run(func, args, kwargs)
        _show_results(func, rows, stream, precision)
        return result

    return wrapper
`;
