import { rosters as contract } from '@jikaotong/shared/contract';
import type * as z from 'zod/mini';
import { lettingOthersIn } from '../../platform/db';
import { type Context, refusalIn } from '../../platform/http';
import { type Chunk, serveSheet } from '../../platform/sheet-imports';
import { type NewRow, addRows } from './add-rows';
import { RosterChange, compareRoster } from './compare-roster';
import { judgedBy } from './judge-sheet';
import { type OpenRoster, loadRoster, readingOf, refuseClosed, rosterNow } from './own-roster';
import { readRow } from './read-row';
import { JUDGED_COLUMNS, ROSTER_SHEET, exampleOf, rosterColumns } from './roster-columns';
import { findRosterRow, takeVersion } from './roster.repository';
import type { Told } from './told-row';
import { removeRow, rewriteRow } from './write-row';

/** With fewer the statements of a transaction outweigh its rows; with more others wait for it. */
export const ADDED_AT_ONCE = 200;

type Payload = z.output<typeof RosterChange>;

/** The list of a unit's people: found again by document and offering, never written twice. */
export const rosterImport = serveSheet({
  name: ROSTER_SHEET,
  endpoints: contract.rosterSheet,
  open: (asked, id) => loadRoster(asked, id),
  judge: (open, day) => refuseClosed(open, day),
  columns: (open) => rosterColumns(open),
  exampleOf: (open) => exampleOf(rosterColumns(open), open),
  told: JUDGED_COLUMNS.map(({ header }) => header),
  compare: (ctx, open, rows) => compareRoster(ctx, open, rows),
  payload: RosterChange,
  apply: applyRoster,
  addedAtOnce: ADDED_AT_ONCE,
  basis: {
    of: ({ roster }) => String(roster.version),
    // of two sheets that were compared with the same roster one goes in whole, and the other is compared anew
    take: ({ h }, { roster }, basis) => takeVersion(h, { id: roster.id, version: Number(basis) }),
  },
});

/** Writes confirmed changes; what was changed meanwhile, or has no agent behind it any more, is refused one by one. */
export async function applyRoster(
  ctx: Context,
  { subjectId, accountId, changes }: Chunk<Payload>,
): Promise<ReadonlyMap<string, string>> {
  const open = await rosterNow({ h: ctx.h, actor: { accountId } }, subjectId);
  if (open === null) return new Map(changes.map(({ key }) => [key, 'agent-gone']));
  const refused = new Map<string, string>();
  const added: { key: string; row: NewRow }[] = [];
  const reading = readingOf(open, ctx.now.day);
  const by = judgedBy(open, ctx.now.day);
  for await (const { key, payload } of lettingOthersIn(changes)) {
    const { values, rowId, judged } = payload;
    const read = values && readRow(values, reading);
    if (read && 'problems' in read) refused.set(key, read.problems[0]?.code ?? 'value-missing');
    else if (rowId !== null) {
      const code = await (read
        ? rewrite(ctx, open, { ...payload, rowId }, { ...read, agentId: accountId })
        : remove(ctx, open, rowId));
      if (code !== null) refused.set(key, code);
    } else if (read)
      added.push({ key, row: { told: read.told, standing: judged?.by === by ? judged.standing : null } });
    else refused.set(key, 'changed-meanwhile');
  }
  const ids = await addRows(
    ctx,
    open,
    added.map(({ row }) => row),
  );
  for (const [at, { key }] of added.entries()) if (ids[at] === null) refused.set(key, 'changed-meanwhile');
  return refused;
}

/** Null when it is written; a "no" that the rules have by now is the row's own, and never the chunk's. */
const rewrite = (
  ctx: Context,
  open: OpenRoster,
  { rowId, version }: { readonly rowId: string; readonly version: number },
  change: { readonly told: Told; readonly agentId: string },
): Promise<string | null> =>
  rewriteRow(ctx, open, rowId, version, change).then(
    (isWritten) => (isWritten ? null : 'document-twice'),
    (error: unknown) => codeIn(error),
  );

async function remove(ctx: Context, { roster }: OpenRoster, id: string): Promise<string | null> {
  const row = await findRosterRow(ctx.h, roster.id, id);
  if (!row) return 'changed-meanwhile';
  return removeRow(ctx, row).then(
    () => null,
    (error: unknown) => codeIn(error),
  );
}

/** The code of a refusal; anything else is thrown on. */
function codeIn(error: unknown): string {
  const refused = refusalIn(error);
  if (!refused) throw error;
  return refused.refused;
}
