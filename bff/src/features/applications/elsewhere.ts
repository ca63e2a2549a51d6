import type { SharedTrait } from '@jikaotong/shared/contract';
import type { Crypto } from '../../platform/crypto';
import type { Handle } from '../../platform/db';
import { openIdentity } from '../candidates';
import { HANDED_IN } from '../participants';
import type { Application } from './application.record';
import { changeDoubts, findManyAny } from './application.repository';

/** Another application to the same body, with what it has in common. */
export type Elsewhere = {
  readonly row: Application;
  readonly same: readonly SharedTrait[];
  readonly isSamePerson: boolean;
};

/** More alike than this tells a reviewer nothing. */
const MOST = 20;

/** Who else applied to the same body with the same photo, name and birth date, number or phone; the newest first. */
export async function elsewhereOf(h: Handle, crypto: Crypto, row: Application): Promise<Elsewhere[]> {
  const photos = await samePhoto(h, row);
  const ids = new Set([...photos, ...(await alike(h, row))]);
  ids.delete(row.id);
  const { birthDate } = openIdentity(crypto, row);
  const found = (await findManyAny(h, [...ids].toSorted().toReversed())).flatMap((other): Elsewhere[] => {
    if (other.submittedAt === null || other.bodyId !== row.bodyId) return [];
    const isSamePerson = other.documentIndex !== null && other.documentIndex === row.documentIndex;
    const isNamesake = other.name === row.name && openIdentity(crypto, other).birthDate === birthDate;
    const traits: readonly (readonly [SharedTrait, boolean])[] = [
      ['portrait', photos.has(other.id)],
      ['namesake', birthDate !== null && isNamesake],
      ['number', isSamePerson],
      ['phone', row.phoneIndex !== null && other.phoneIndex === row.phoneIndex],
    ];
    const same = traits.flatMap(([trait, is]) => (is ? [trait] : []));
    return same.length === 0 ? [] : [{ row: other, same, isSamePerson }];
  });
  return found.slice(0, MOST);
}

/** Whether it looks like one person under two documents, while both applications live. */
export const isTwin = ({ row, same, isSamePerson }: Elsewhere): boolean =>
  !isSamePerson && HANDED_IN.includes(row.state) && (same.includes('portrait') || same.includes('namesake'));

/** Marks those that wait as twins, too: of two, none is approved with the others. */
export async function noteTwins(h: Handle, twins: readonly Elsewhere[]): Promise<void> {
  for (const { row } of twins) {
    const doubts = row.doubts?.split(',') ?? [];
    if (row.state === 'submitted' && !doubts.includes('twin'))
      await changeDoubts(h, [row.id], [...doubts, 'twin'].join(','));
  }
}

/** Candidates to whom a photo of the very same bytes is attached. */
async function samePhoto(h: Handle, { photo }: Application): Promise<Set<string>> {
  if (photo === null) return new Set();
  const rows = await h.query<{ id: string }>(
    `SELECT DISTINCT cf.candidate_id AS id FROM file own JOIN file f ON f.sha256 = own.sha256
     JOIN candidate_file cf ON cf.file_id = f.id WHERE own.id = ? AND f.purpose = 'photo'`,
    [photo.fileId],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Candidates of the same body with the same name, number or phone. */
async function alike(h: Handle, row: Application): Promise<string[]> {
  const { bodyId, name, documentIndex, phoneIndex } = row;
  const found = [];
  for (const [column, value] of [
    ['name', name],
    ['document_index', documentIndex],
    ['phone_index', phoneIndex],
  ] as const) {
    if (value === null) continue;
    const rows = await h.query<{ id: string }>(
      `SELECT c.id AS id FROM candidate c WHERE c.${column} = ? AND c.body_id = ? AND c.kind = 'application'
       ORDER BY c.id DESC LIMIT 200`,
      [value, bodyId],
    );
    found.push(...rows.map(({ id }) => id));
  }
  return found;
}
