/** The data beside a code; it may come from a newer server, so nothing in it is taken for granted. */
export type Data = Readonly<Record<string, unknown>>;
export type Sentence = string | ((data: Data) => string);

/** A reader of one-word answers; a code from a newer server gets the fallback. */
export function wordOf<K extends string>(
  words: Readonly<Record<K, string>>,
  fallback = '其他',
): (code: string) => string {
  const table = new Map<string, string>(Object.entries<string>(words));
  return (code) => table.get(code) ?? fallback;
}

/** A reader of sentences; a code from a newer server gets the fallback. */
export function sentenceOf<K extends string>(
  sentences: Readonly<Record<K, Sentence>>,
  fallback: string,
): (code: string, data?: Data) => string {
  const table = new Map<string, Sentence>(Object.entries<Sentence>(sentences));
  return (code, data = {}) => {
    const sentence = table.get(code) ?? fallback;
    return typeof sentence === 'string' ? sentence : sentence(data);
  };
}

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
