/** Small gaps in the JavaScript of older phones (iOS before 15.4, 16 for `toSorted`) that shared code may step into. */
function fill(target: object, name: string, value: unknown): void {
  if (!(name in target)) Object.defineProperty(target, name, { value, writable: true, configurable: true });
}

fill(Object, 'hasOwn', (target: object, name: PropertyKey) => Object.prototype.hasOwnProperty.call(target, name));
fill(Array.prototype, 'at', function at(this: unknown[], index: number) {
  return this[index < 0 ? this.length + index : index];
});
fill(Array.prototype, 'toSorted', function toSorted<T>(this: T[], order?: (a: T, b: T) => number) {
  // oxlint-disable-next-line unicorn/no-array-sort -- a copy, and this is what `toSorted` is made of
  return [...this].sort(order);
});
fill(String.prototype, 'replaceAll', function replaceAll(this: string, part: string, by: string) {
  return this.split(part).join(by);
});
