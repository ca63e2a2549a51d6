import { tidyName } from '../../kernel';
import { normaliseNumber } from '../identity';

/** Whom a photo may be of. */
export type Named = { readonly id: string; readonly name: string; readonly documentNumber: string };
export type PhotoMatch =
  | { readonly file: string; readonly id: string }
  | { readonly file: string; readonly code: 'photo-unknown' | 'photo-ambiguous' | 'photo-twice' };

/**
 * Whose each photo is by the name of its file: the number of a document, or a name that one person has alone, also with
 * the two together (`张三-1101…`). Two photos of one person are neither's.
 */
export function matchPhotos(files: readonly string[], people: readonly Named[]): readonly PhotoMatch[] {
  const byNumber = groupedBy(people, ({ documentNumber }) => normaliseNumber(documentNumber));
  const byName = groupedBy(people, ({ name }) => tidyName(name));
  const found = files.map((file): PhotoMatch => {
    const parts = partsOf(file);
    const numbered = parts.flatMap((part) => byNumber.get(normaliseNumber(part)) ?? []);
    const named = parts.flatMap((part) => byName.get(tidyName(part)) ?? []);
    const ids = [...new Set((numbered.length > 0 ? numbered : named).map(({ id }) => id))];
    const [id] = ids;
    if (id === undefined) return { file, code: 'photo-unknown' };
    return ids.length > 1 ? { file, code: 'photo-ambiguous' } : { file, id };
  });
  const counts = new Map<string, number>();
  for (const one of found) if ('id' in one) counts.set(one.id, (counts.get(one.id) ?? 0) + 1);
  return found.map((one) =>
    'id' in one && (counts.get(one.id) ?? 0) > 1 ? { file: one.file, code: 'photo-twice' } : one,
  );
}

/** The name whole, and cut where people put something between. */
const partsOf = (file: string): readonly string[] => {
  const base = file.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
  return [base, ...base.split(/[-_+ 　（）()]+/)].filter((part) => part !== '');
};

function groupedBy<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}
