import { lettingOthersIn } from '../../platform/db';
import type { Context } from '../../platform/http';
import { draftOfNobody, insertToldDrafts, judgedAsTold, noteStarted } from '../applications';
import { deleteCandidate } from '../candidates';
import { LIVE, participantsOf } from '../participants';
import { type OpenRoster, judgeToldRow } from './own-roster';
import { changeRow, findRowsByKey, insertFresh } from './roster.repository';
import type { Told } from './told-row';
import { ownKeyOf, rowKeyOf } from './write-row';

/** What a row says, and how it stands by the rules of now; null: it is to be judged. */
export type NewRow = { readonly told: Told; readonly standing: Standing | null };
type Standing = ReturnType<typeof judgeToldRow>['standing'];

/**
 * Writes new rows as drafts of nobody, judged by the rules, in few statements however many they are; of each its id, or
 * null when the person stands there already for that offering.
 */
export async function addRows(ctx: Context, open: OpenRoster, rows: readonly NewRow[]): Promise<(string | null)[]> {
  const { roster, unit, frame } = open;
  const keyed = rows.map((row) => ({ ...row, rowKey: rowKeyOf(ctx, roster.id, row.told) }));
  const held = await heldKeys(
    ctx,
    keyed.map(({ rowKey }) => rowKey),
  );
  const standingOf = (told: Told): Standing =>
    judgeToldRow(ctx, { application: judgedAsTold(told), told, frame }).standing;
  const drafts = [];
  // each is sealed and judged
  for await (const { told, rowKey, standing } of lettingOthersIn(keyed)) {
    if (held.has(rowKey)) {
      drafts.push(null);
      continue;
    }
    const draft = draftOfNobody(ctx, { frame, unitId: unit.id }, told);
    drafts.push({ draft, id: draft.candidate.id, rowKey, standing: standing ?? standingOf(told) });
  }
  const fresh = drafts.filter((row) => row !== null);
  if (fresh.length === 0) return drafts.map(() => null);
  await insertToldDrafts(
    ctx.h,
    fresh.map(({ draft }) => draft),
  );
  // the key is what guards: whoever stands there by now keeps it
  const added = await insertFresh(ctx.h, roster.id, fresh);
  const late = fresh.flatMap(({ id }) => (added.has(id) ? [] : [id]));
  if (late.length > 0) await deleteCandidate(ctx.h, late);
  noteStarted(
    ctx,
    frame,
    fresh.flatMap(({ id, draft }) => (added.has(id) ? [draft] : [])),
  );
  return drafts.map((row) => (row !== null && added.has(row.id) ? row.id : null));
}

/** Which of these keys are held; whoever has stepped back lets go of theirs. */
async function heldKeys({ h }: Pick<Context, 'h'>, rowKeys: readonly string[]): Promise<ReadonlySet<string>> {
  const holders = await findRowsByKey(h, rowKeys);
  const standing = await participantsOf(
    h,
    holders.map(({ id }) => id),
  );
  const held = new Set<string>();
  for (const { id, rosterId, rowKey } of holders) {
    const state = standing.get(id)?.state;
    if (state !== undefined && LIVE.includes(state)) held.add(rowKey);
    else await changeRow(h, id, { rowKey: ownKeyOf(rosterId, id) });
  }
  return held;
}
