import { rosters as contract } from '@jikaotong/shared/contract';
import { type Fen, sumFen } from '@jikaotong/shared/kernel';
import { maskNumber } from '@jikaotong/shared/rules/identity';
import { statesThatAre } from '@jikaotong/shared/rules/progress';
import { lettingOthersIn } from '../../platform/db';
import { type Context, refusalIn } from '../../platform/http';
import { type Chunk, type Compared, type SheetChange, serveSheet } from '../../platform/sheet-imports';
import type { Column, SheetRow } from '../../platform/sheets';
import * as z from 'zod/mini';
import { addRows } from './add-rows';
import {
  type Member,
  type OpenRoster,
  feeFenOf,
  loadRoster,
  membersOf,
  readingOf,
  refuseClosed,
  rosterNow,
  toldBy,
} from './own-roster';
import { readRow } from './read-row';
import { ROSTER_SHEET, exampleOf, rosterColumns, sheetProblems } from './roster-columns';
import { findRosterRow, takeVersion } from './roster.repository';
import { valuesOf } from './row-values';
import type { Told } from './told-row';
import { removeRow, rewriteRow, rowKeyOf } from './write-row';

/** With fewer the statements of a transaction outweigh its rows; with more others wait for it. */
export const ADDED_AT_ONCE = 100;

export const RosterChange = z.object({
  /** Null: not named any more. */
  values: z.nullable(z.record(z.string(), z.string())),
  rowId: z.nullable(z.string()),
  version: z.number(),
});
type Payload = z.output<typeof RosterChange>;

/** The list of a unit's people: found again by document and offering, never written twice. */
export const rosterImport = serveSheet({
  name: ROSTER_SHEET,
  endpoints: contract.rosterSheet,
  open: (asked, id) => loadRoster(asked, id),
  judge: (open, day) => refuseClosed(open, day),
  columns: (open) => rosterColumns(open),
  exampleOf: (open) => exampleOf(rosterColumns(open), open),
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

/** Holds rows against the roster; `placed`: the columns as that sheet calls them. */
export async function compareRoster(
  ctx: Pick<Context, 'h' | 'now' | 'ports'>,
  open: OpenRoster,
  rows: readonly SheetRow<string>[],
  placed: readonly Column<string>[] = rosterColumns(open),
): Promise<Compared<Payload>> {
  const columns = rosterColumns(open);
  const reading = readingOf(open, ctx.now.day);
  const live = (await membersOf(ctx.h, open.roster.id)).filter(({ application }) => LIVE.includes(application.state));
  const byKey = new Map(live.map((member) => [member.row.rowKey, member]));
  const changes: SheetChange<Payload>[] = [];
  const problems: Compared<Payload>['problems'][number][] = [];
  const named = new Set<string>();
  const feeOf = ({ offeringCode }: { readonly offeringCode: string }) => feeFenOf(open.frame, offeringCode);
  const fees: Fen[] = [];
  let same = 0;
  for await (const { row, values } of lettingOthersIn(rows)) {
    const read = readRow(values, reading);
    if ('problems' in read) {
      problems.push(...sheetProblems(row, read.problems, placed));
      continue;
    }
    const { told } = read;
    const rowKey = rowKeyOf(ctx, open.roster.id, told);
    if (named.has(rowKey)) {
      problems.push(...sheetProblems(row, [{ key: 'documentNumber', code: 'document-twice', value: null }], placed));
      continue;
    }
    named.add(rowKey);
    fees.push(feeOf(told));
    const now = valuesOf(told, open);
    const member = byKey.get(rowKey);
    const before = member ? valuesOf(toldBy(ctx, member.application), open) : null;
    const differing = columns.flatMap(({ key, header }) => {
      const [from, to] = [before?.[key] ?? '', now[key] ?? ''];
      return from === to ? [] : [{ column: header, from: before === null ? null : from, to }];
    });
    if (member && differing.length === 0) same += 1;
    else
      changes.push({
        kind: member ? 'changed' : 'added',
        key: keyIn(rowKey),
        row,
        label: labelOf(told.candidate.name, told.candidate.documentNumber),
        changes: differing,
        payload: { values: { ...values }, rowId: member?.row.id ?? null, version: member?.application.version ?? 0 },
      });
  }
  // what members filled in comes and goes by admission, never by a sheet
  const missing = live.filter(({ row }) => row.admission === null && !named.has(row.rowKey));
  changes.push(...missing.map((member) => missingOf(ctx, member)));
  // what is missing stays, until somebody ticks that it goes
  const effect = {
    fromFen: sumFen(live.map(({ application }) => feeOf(application))),
    toFen: sumFen([...fees, ...missing.map(({ application }) => feeOf(application))]),
  };
  return { changes, same, problems, effect };
}

const missingOf = ({ ports }: Pick<Context, 'ports'>, { row, application }: Member): SheetChange<Payload> => {
  const { candidate } = toldBy({ ports }, application);
  return {
    kind: 'missing',
    key: keyIn(row.rowKey),
    row: null,
    label: labelOf(candidate.name, candidate.documentNumber),
    changes: [],
    payload: { values: null, rowId: row.id, version: application.version },
  };
};

/** Without the roster's id, so that it fits. */
const keyIn = (rowKey: string): string => rowKey.slice(rowKey.indexOf(':') + 1).slice(-118);

const labelOf = (name: string | null, number: string | null): string =>
  `${name ?? ''}（${maskNumber(number ?? '').slice(-4)}）`;

/** Writes confirmed changes; what was changed meanwhile, or has no agent behind it any more, is refused one by one. */
export async function applyRoster(
  ctx: Context,
  { subjectId, accountId, changes }: Chunk<Payload>,
): Promise<ReadonlyMap<string, string>> {
  const open = await rosterNow({ h: ctx.h, actor: { accountId } }, subjectId);
  if (open === null) return new Map(changes.map(({ key }) => [key, 'agent-gone']));
  const refused = new Map<string, string>();
  const added: { key: string; told: Told }[] = [];
  const reading = readingOf(open, ctx.now.day);
  // a row that is there takes a dozen statements, one to be added is only read
  const atATime = changes.some(({ payload }) => payload.rowId !== null) ? 2 : 20;
  for await (const { key, payload } of lettingOthersIn(changes, atATime)) {
    const { values, rowId } = payload;
    const read = values && readRow(values, reading);
    if (read && 'problems' in read) refused.set(key, read.problems[0]?.code ?? 'value-missing');
    else if (rowId !== null) {
      const code = await (read
        ? rewrite(ctx, open, { ...payload, rowId }, { ...read, agentId: accountId })
        : remove(ctx, open, rowId));
      if (code !== null) refused.set(key, code);
    } else if (read) added.push({ key, told: read.told });
    else refused.set(key, 'changed-meanwhile');
  }
  const ids = await addRows(
    ctx,
    open,
    added.map(({ told }) => told),
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

const LIVE = statesThatAre('live');
