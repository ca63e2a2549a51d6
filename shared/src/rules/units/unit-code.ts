/** Digits and the capitals without I, O, S, V and Z, each worth its place. */
const LETTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const BASE = LETTERS.length;

/** Whether 18 characters are a 统一社会信用代码 by its check character (GB 32100-2015: weights 3^n, modulo 31). */
export function isUnitCode(code: string): boolean {
  const values = [...code].map((letter) => LETTERS.indexOf(letter));
  if (values.length !== 18 || values.some((value) => value < 0)) return false;
  let weight = 1;
  let sum = 0;
  for (const value of values.slice(0, -1)) {
    sum += value * weight;
    weight = (weight * 3) % BASE;
  }
  return values.at(-1) === (BASE - (sum % BASE)) % BASE;
}
