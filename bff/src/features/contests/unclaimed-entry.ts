import { normaliseName } from '@jikaotong/shared/rules/identity';
import type { Context } from '../../platform/http';
import { idsOfDocument, phoneIndexOf } from '../candidates';
import { loadContest } from './contest';
import { type Entry, findEntries } from './entry.repository';
import { phonesOfSeveral, unclaimedByPhone } from './told-entrant.repository';

/** Who says that an entry is theirs; the phone is proven. */
export type EntryClaim = { readonly name: string; readonly documentIndex: string; readonly phone: string };

/** What waits for whoever has proven a phone: who entered them for which competition. */
export async function waitingEntries(
  { h }: Pick<Context, 'h'>,
  phoneIndex: string,
): Promise<{ readonly noticeId: string; readonly unitName: string; readonly title: string }[]> {
  const waiting = new Map<string, { noticeId: string; unitName: string; title: string }>();
  for (const { noticeId, unit } of await unclaimedByPhone(h, phoneIndex)) {
    if (waiting.has(noticeId) || (await phonesOfSeveral(h, noticeId)).has(phoneIndex)) continue;
    const { notice } = await loadContest({ h }, noticeId);
    waiting.set(noticeId, { noticeId, unitName: unit ?? notice.body.name, title: notice.title.value });
  }
  return [...waiting.values()];
}

/** Nobody's yet, made by a unit or a list, with this name and document and a phone that stands with nobody else there. */
export async function findUnclaimed(
  ctx: Pick<Context, 'h' | 'ports'>,
  { name, documentIndex, phone }: EntryClaim,
  among: { readonly noticeId?: string } = {},
): Promise<Entry | null> {
  const phoneIndex = phoneIndexOf(ctx.ports.crypto, phone);
  for (const entry of await findEntries(ctx.h, await idsOfDocument(ctx.h, { documentIndex, kind: 'entry' }))) {
    const { accountId, state, unitId, listedOn, noticeId } = entry;
    if (accountId !== null || state !== 'entered' || (unitId === null && listedOn === null)) continue;
    if (among.noticeId !== undefined && among.noticeId !== noticeId) continue;
    if (entry.name !== normaliseName(name) || entry.phoneIndex !== phoneIndex) continue;
    if (!(await phonesOfSeveral(ctx.h, noticeId)).has(phoneIndex)) return entry;
  }
  return null;
}
