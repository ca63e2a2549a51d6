import { tidyLine } from '@jikaotong/shared/kernel';
import { matchPhotos } from '@jikaotong/shared/rules/units';
import type { KeptPicture } from '../../platform/sheet-imports';
import type { SheetRow } from '../../platform/sheets';
import { GROUP_HEADERS, type GroupKey } from './group-columns';

type Problem = {
  readonly row: number | null;
  readonly column: string | null;
  readonly code: string;
  readonly value: string | null;
};

/** Whose each picture of a package is, by row: by the name that the row gives it, else by number or name. */
export function photosByRow(
  rows: readonly SheetRow<GroupKey>[],
  pictures: readonly KeptPicture[],
): { readonly photos: ReadonlyMap<number, KeptPicture>; readonly problems: readonly Problem[] } {
  const photos = new Map<number, KeptPicture>();
  const problems: Problem[] = [];
  const taken = new Set<KeptPicture>();
  const column = GROUP_HEADERS.photo;
  for (const { row, values } of rows) {
    const called = tidyLine(values.photo);
    if (called === '') continue;
    const picture = pictures.find(({ name }) => bareOf(name) === bareOf(called));
    if (!picture) problems.push({ row, column, code: 'photo-missing', value: called });
    else if (taken.has(picture)) problems.push({ row, column, code: 'photo-second', value: called });
    else {
      taken.add(picture);
      photos.set(row, picture);
    }
  }
  const left = pictures.filter((picture) => !taken.has(picture));
  const people = rows
    .filter(({ row }) => !photos.has(row))
    .map(({ row, values: { name, documentNumber } }) => ({ id: String(row), name, documentNumber }));
  const matches = matchPhotos(
    left.map(({ name }) => name),
    people,
  );
  for (const [at, match] of matches.entries()) {
    const picture = left[at];
    if ('code' in match) problems.push({ row: null, column: null, code: CODES[match.code], value: match.file });
    else if (picture) photos.set(Number(match.id), picture);
  }
  for (const { row } of rows) {
    const picture = photos.get(row);
    if (picture && picture.faults.length > 0)
      problems.push({ row, column, code: 'photo-wrong', value: picture.faults.join('；') });
  }
  return { photos, problems };
}

const CODES = {
  'photo-unknown': 'photo-unnamed',
  'photo-ambiguous': 'photo-shared-name',
  'photo-twice': 'photo-second',
} as const;

const bareOf = (file: string): string => file.replace(/\.(jpe?g|png)$/i, '').toLowerCase();
