/** A sorted copy; `toSorted` is missing on older phones. */
export const sorted = <T>(items: readonly T[], compare: (a: T, b: T) => number): readonly T[] => {
  const copy = [...items];
  copy.sort(compare);
  return copy;
};
