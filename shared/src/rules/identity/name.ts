const MIDDLE_DOTS = /[•‧∙⋅・.]/g;

/**
 * A name in its one form: full-width becomes plain, the many dots between Chinese characters become `·`, blanks inside a
 * Chinese name go and those of a Latin name become one.
 */
export function normaliseName(text: string): string {
  const plain = text.normalize('NFKC').trim().replace(/\s+/g, ' ');
  return /\p{Script=Han}/u.test(plain) ? plain.replace(/ /g, '').replace(MIDDLE_DOTS, '·') : plain;
}

/** Whether a normalised name can stand on a certificate: Chinese characters with inner `·`, or Latin words; 2 to 50 characters. */
export const isName = (name: string): boolean =>
  [...name].length >= 2 &&
  [...name].length <= 50 &&
  (/^[\p{Script=Han}〇]+(·[\p{Script=Han}〇]+)*$/u.test(name) ||
    /^\p{Script=Latin}[\p{Script=Latin}' .-]*$/u.test(name));
