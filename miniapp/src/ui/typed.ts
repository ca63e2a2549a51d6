import { tidyCapitals, tidyCode, tidyLine, tidyPhone, tidyProse } from '@jikaotong/shared/kernel';
/** What a phone's keyboard is for. */
export type Keyboard = 'text' | 'number' | 'idcard' | 'digit';
type Field = { readonly type: Keyboard; readonly password: boolean; readonly maxlength: number };

/** Room for what a paste brings along and nobody sees; the field's own limit is kept by `entered`. */
export const nativeLimit = ({ password, maxlength }: Field): number => (password ? maxlength : 2 * maxlength + 40);

/**
 * What stands in a field after a key or a paste. A number is put into its one form at once; words only where they would
 * not fit, for an input method may still be at work in them.
 */
export function entered(text: string, field: Field): string {
  if (field.password) return text;
  const tidy = TIDY[field.type];
  const isAtWork = field.type === 'text' ? text.length <= field.maxlength : /^[0-9A-Za-z.]*$/.test(text);
  const whole = isAtWork ? text : tidy(text);
  return whole.length <= field.maxlength ? whole : tidy(whole.slice(0, field.maxlength));
}

/** What stands in it once it is left. */
export const left = (text: string, field: Field): string =>
  field.password ? text : TIDY[field.type](text).slice(0, field.maxlength);

/** The same of several lines. */
export const enteredProse = (text: string, maxlength: number): string =>
  text.length <= maxlength ? text : tidyProse(tidyProse(text).slice(0, maxlength));

const TIDY: Readonly<Record<Keyboard, (text: string) => string>> = {
  text: tidyLine,
  // a sign stays, for whoever asks for a count to refuse it: without it -3 would read as 3
  number: (text) => (isSigned(text) ? '-' : '') + tidyPhone(tidyCode(text)),
  digit: (text) => tidyLine(text.normalize('NFKC')),
  idcard: (text) => tidyCapitals(text).replace(/[-.()]/g, ''),
};

const isSigned = (text: string): boolean => /^\s*[-−－–]\s*\d{0,4}\s*$/.test(text);
