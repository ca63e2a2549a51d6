import { lettingOthersIn, newId } from '../../platform/db';
import { findFile } from '../../platform/files';
import { type Context, refusalIn } from '../../platform/http';
import type { Chunk } from '../../platform/sheet-imports';
import { NOBODY, attachInstead, noteUnprintable, takeDocument } from '../candidates';
import { releaseKeys, writeIdentity } from '../participants';
import type { Entry } from './contest.record';
import { changeEntryIf, changeOwnRow, endEntryIf, entriesOfUnit } from './entry.repository';
import { entrantNamed } from './events';
import type { GroupChange } from './group-change';
import { type EntryBody, judgeEntry } from './judge-entry';
import { insertEntry, standingOf } from './new-entry';
import { type OpenGroup, groupNow } from './open-group';

/** Writes confirmed changes of a group; each is judged once more, and refused one by one. */
export async function applyGroup(
  ctx: Context,
  { subjectId, accountId, changes }: Chunk<GroupChange>,
): Promise<ReadonlyMap<string, string>> {
  const refused = new Map<string, string>();
  const open = await groupNow(ctx.h, subjectId, accountId);
  // whoever stands there by now, also by another list
  const live = open ? (await entriesOfUnit(ctx.h, open.group)).filter(({ state }) => state === 'entered') : [];
  for await (const { key, payload } of lettingOthersIn(changes)) {
    const entry = live.find(({ id, documentIndex }) => id === payload.entryId || documentIndex === key) ?? null;
    const isAsCompared = payload.entryId === null ? entry === null : entry?.version === payload.version;
    const code = !open ? 'agent-gone' : isAsCompared ? await write(ctx, open, entry, payload) : 'changed-meanwhile';
    if (code !== null) refused.set(key, code);
  }
  return refused;
}

/** Null when it is written; a "no" of the rules is the row's own, and never the chunk's. */
async function write(
  ctx: Context,
  open: OpenGroup,
  entry: Entry | null,
  { body, photo }: GroupChange,
): Promise<string | null> {
  // who has claimed it goes by their own yes, or by that of staff
  if (body === null && entry?.accountId) return 'row-claimed';
  if (body === null) return entry !== null && (await withdraw(ctx, entry)) ? null : 'changed-meanwhile';
  // a picture that nobody confirmed for a day is gone
  if (photo !== null && !(await findFile(ctx.h, photo.fileId))) return 'changed-meanwhile';
  const id = entry?.id ?? newId();
  const known = { ...NOBODY, photo: entry?.photo ?? null, last: null };
  let judged: ReturnType<typeof judgeEntry>;
  try {
    judged = judgeEntry(ctx, { id, contest: open.contest, body, known, photo });
  } catch (error) {
    if (refusalIn(error)) return 'entrant-refused';
    throw error;
  }
  const { documentIndex } = judged.identity;
  try {
    if (documentIndex !== null) await ctx.emit(entrantNamed({ bodyId: open.unit.bodyId, documentIndex }));
  } catch (error) {
    const no = refusalIn(error);
    if (no) return no.refused;
    throw error;
  }
  return entry ? rewrite(ctx, open, { entry, judged, body }) : add(ctx, open, { id, judged, body });
}

type Judged = ReturnType<typeof judgeEntry>;

async function add(
  ctx: Context,
  { contest, unit, group }: OpenGroup,
  { id, judged, body }: { readonly id: string; readonly judged: Judged; readonly body: EntryBody },
): Promise<null> {
  const { own, ...said } = judged;
  const ofEntry = { ...own, withdrawnAt: null, listedOn: null, listReference: null };
  await insertEntry(ctx, contest, { id, accountId: null, accountKey: null, unitId: unit.id, ...said, own: ofEntry });
  // somebody else may have entered the document: neither learns of it, and staff get a case
  const { documentIndex } = said.identity;
  await takeDocument(ctx, { id, kind: 'entry', bodyId: unit.bodyId, scope: group.noticeId, documentIndex });
  await noteWords(ctx, unit.bodyId, id, body);
  ctx.audit('contest-entered', { entryId: id, noticeId: group.noticeId, unitId: unit.id }, { verdict: said.verdict });
  return null;
}

async function rewrite(
  ctx: Context,
  { contest, unit }: OpenGroup,
  { entry, judged, body }: { readonly entry: Entry; readonly judged: Judged; readonly body: EntryBody },
): Promise<string | null> {
  const { own, identity, photo, verdict } = judged;
  const { id } = entry;
  if (!(await changeEntryIf(ctx.h, entry, { verdict, state: standingOf(verdict), decidedAt: null })))
    return 'changed-meanwhile';
  await writeIdentity(ctx.h, id, identity, { photo });
  await changeOwnRow(ctx.h, id, { ...own, noticeVersionId: contest.version.id });
  const before = entry.photo === null ? [] : [entry.photo.fileId];
  await attachInstead(ctx.h, id, { before, after: [photo.fileId] });
  await noteWords(ctx, unit.bodyId, id, body);
  ctx.audit('contest-entry-changed', { entryId: id });
  return null;
}

async function withdraw(ctx: Context, entry: Entry): Promise<boolean> {
  if (!(await endEntryIf(ctx, entry, { state: 'withdrawn' }))) return false;
  await changeOwnRow(ctx.h, entry.id, { withdrawnAt: ctx.now.ms });
  await releaseKeys(ctx.h, entry);
  ctx.audit('contest-withdrawn', { entryId: entry.id });
  return true;
}

const noteWords = (ctx: Context, bodyId: string, id: string, body: EntryBody): Promise<void> =>
  noteUnprintable(ctx, { id, bodyId }, [body.name, body.unit, body.coach, body.groupNote]);
