/** The list with one element taken from `from` and put at `to`; out of range leaves it as it is. */
export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const element = list[from];
  if (element === undefined || to < 0 || to >= list.length) return list;
  const rest = list.filter((_, i) => i !== from);
  return [...rest.slice(0, to), element, ...rest.slice(to)];
}
