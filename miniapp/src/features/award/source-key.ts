import { AUTHORITY_FIELDS, type AuthoritySource, EXTRA_QUESTIONS } from '@jikaotong/shared/contract';

/** A source as the key of an option: `field:name`, `question:ethnicity`, `fixed`. */
export function keyOf(source: AuthoritySource): string {
  switch (source.from) {
    case 'field':
      return `field:${source.field}`;
    case 'question':
      return `question:${source.question}`;
    case 'fixed':
    case 'blank':
    case 'unmapped':
      return source.from;
  }
}

/** The source that an option stands for. */
export function sourceOf(key: string): AuthoritySource {
  const [from, name] = key.split(':');
  const field = AUTHORITY_FIELDS.find((one) => from === 'field' && one === name);
  if (field) return { from: 'field', field };
  const question = EXTRA_QUESTIONS.find((one) => from === 'question' && one === name);
  if (question) return { from: 'question', question };
  if (key === 'fixed') return { from: 'fixed', text: '' };
  return { from: key === 'blank' ? 'blank' : 'unmapped' };
}

/** `男=1`, a line each. */
export const codesText = (source: AuthoritySource): string =>
  'codes' in source
    ? Object.entries(source.codes ?? {})
        .map(([ours, theirs]) => `${ours}=${theirs}`)
        .join('\n')
    : '';

/** The lines that say something; what is being typed is left out. */
export const codesIn = (text: string): Record<string, string> =>
  Object.fromEntries(
    text.split('\n').flatMap((line) => {
      const [ours = '', theirs = ''] = line.split(/[=＝]/).map((part) => part.trim());
      return ours === '' || theirs === '' ? [] : [[ours, theirs]];
    }),
  );
