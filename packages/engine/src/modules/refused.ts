/** Valid Python that is refused by name, in words for a reader: what docs/fidelity.md lists beside the modules. */
export const refusedFeatures: readonly string[] = [
  "a second thread, and waiting for a lock, a semaphore, an event or a condition nobody can release",
  "a name in `\\N{…}` outside the list in `src/parser/unicode-names.ts`",
  "attributes of a file object, of `os`, `os.path` and `tempfile` that are not modelled",
  "names of the modules below and of their types that CPython has and the engine has not, listed per version in " +
    "`src/modules/unmodelled-names.generated.ts` by `conformance/unmodelled_names.py`",
  "`__builtins__` that is neither a module nor a dict",
];
