/** The data beside a code; it may come from a newer server, so nothing in it is taken for granted. */
export type Data = Readonly<Record<string, unknown>>;
export type Sentence = string | ((data: Data) => string);

type Word<K extends string> = {
  (code: K): string;
  /** Of a text that stands in the data beside a code: one without a word gets the fallback. */
  any: (text: string) => string;
};

/** A reader of one-word answers: every code has its word, or this does not compile. */
export function wordOf<K extends string>(words: Readonly<Record<K, string>>, fallback = '其他'): Word<K> {
  return Object.assign((code: K) => words[code], { any: looseWordOf(words, fallback) });
}

/** A reader of sentences: every code has its own, or this does not compile. */
export function sentenceOf<K extends string>(
  sentences: Readonly<Record<K, Sentence>>,
): (code: K, data?: Data) => string {
  return (code, data = {}) => sentenceFrom(sentences[code], data);
}

/**
 * A reader of codes that only ever stand in the data of a refusal, a message or a reason, or that a notice may bring along:
 * the table has all that the code knows, anything else gets the fallback.
 */
export function looseWordOf<K extends string>(
  words: Readonly<Record<K, string>>,
  fallback: string,
): (code: string) => string {
  const table = new Map<string, string>(Object.entries<string>(words));
  return (code) => table.get(code) ?? fallback;
}

/** The same of sentences. */
export function looseSentenceOf<K extends string>(
  sentences: Readonly<Record<K, Sentence>>,
  fallback: string,
): (code: string, data?: Data) => string {
  const table = new Map<string, Sentence>(Object.entries<Sentence>(sentences));
  return (code, data = {}) => sentenceFrom(table.get(code) ?? fallback, data);
}

const sentenceFrom = (sentence: Sentence, data: Data): string =>
  typeof sentence === 'string' ? sentence : sentence(data);

export const textIn = (data: Data, key: string): string => {
  const value = data[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

export const numberIn = (data: Data, key: string): number => {
  const value = data[key];
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
};

/** The texts of a list joined by 、. */
export const listIn = (data: Data, key: string, word: (text: string) => string = (text) => text): string => {
  const value = data[key];
  return Array.isArray(value)
    ? value
        .filter((item) => typeof item === 'string')
        .map(word)
        .join('、')
    : '';
};

/** What an act on rows of a list is called; `alone`: where no number follows, if it reads otherwise there. */
export type ActWords = { readonly verb: string; readonly done: string; readonly alone?: string };
