/**
 * Whether a password is among those that everybody takes, with or without what people put around it: capitals, figures
 * and marks at its ends, figures for letters, the name of whoever signs in or of this app. What is left beside such a
 * word must be longer than a year and a mark to count; nothing but figures is a birthday or a telephone number.
 */
export async function isCommonPassword(password: string, name: string): Promise<boolean> {
  const known = await knownPasswords();
  const plain = password.normalize('NFKC').toLowerCase();
  if (/^\d+$/.test(plain) || known.has(plain)) return true;
  const own = new Set([name.toLowerCase(), 'jikaotong', 'jikao']);
  return [...plain.matchAll(ENDS)].some(([, before = '', word = '', after = '']) => {
    if (before.length + after.length > MOST_AROUND) return false;
    return [word, lettersOf(word)].some((one) => known.has(one) || own.has(one));
  });
}

/** What stands around a word: anything but letters. */
const ENDS = /^([^a-z]*)(.*?)([^a-z]*)$/gs;
const MOST_AROUND = 8;

const LETTERS: Readonly<Record<string, string>> = {
  '@': 'a',
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '5': 's',
  $: 's',
  '!': 'i',
};

/** `p@ssw0rd` as it is meant. */
const lettersOf = (word: string): string => word.replace(/[@0135$!]/g, (mark) => LETTERS[mark] ?? mark);

let loaded: Promise<ReadonlySet<string>> | null = null;

/** Some 49,000 from published breaches, read at the first question. */
const knownPasswords = (): Promise<ReadonlySet<string>> =>
  (loaded ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => new Set(dictionary['passwords-common'])));
