import { ROW_STANDINGS } from '@jikaotong/shared/contract';
import { type Fen, sumFen } from '@jikaotong/shared/kernel';
import { maskNumber } from '@jikaotong/shared/rules/identity';
import { statesThatAre } from '@jikaotong/shared/rules/progress';
import { rosterPlaceWords } from '@jikaotong/shared/words';
import * as z from 'zod/mini';
import { lettingOthersIn } from '../../platform/db';
import type { Context } from '../../platform/http';
import type { Compared, SheetChange, StayingRow } from '../../platform/sheet-imports';
import type { Column, SheetRow } from '../../platform/sheets';
import { judgedBy, keptVerdict, keptWhy, missingWhy, sheetJudge } from './judge-sheet';
import { type OpenRoster, feeFenOf, membersOf, readingOf, toldBy } from './own-roster';
import { readRow } from './read-row';
import { feesOf } from './roster-fees';
import { rosterColumns, sheetProblems } from './roster-columns';
import { type Placed, twinWords } from './row-twins';
import { valuesOf } from './row-values';
import type { Told } from './told-row';
import { rowKeyOf } from './write-row';

export const RosterChange = z.object({
  /** Null: not named any more. */
  values: z.nullable(z.record(z.string(), z.string())),
  rowId: z.nullable(z.string()),
  version: z.number(),
  /** How a new row stands, and by what it was judged. */
  judged: z.optional(z.object({ standing: z.enum(ROW_STANDINGS), by: z.string() })),
});
type Payload = z.output<typeof RosterChange>;

/** Holds rows against the roster; `placed`: the columns as that sheet calls them. */
export async function compareRoster(
  ctx: Pick<Context, 'h' | 'now' | 'ports'>,
  open: OpenRoster,
  rows: readonly SheetRow<string>[],
  placed: readonly Column<string>[] = rosterColumns(open),
): Promise<Compared<Payload>> {
  const columns = rosterColumns(open);
  const live = (await membersOf(ctx.h, open.roster.id)).filter(({ application }) => LIVE.includes(application.state));
  const byKey = new Map(live.map((member) => [member.row.rowKey, member]));
  const { named, problems } = await readRows(ctx, open, rows, placed);
  const absent = live.filter(({ row }) => !named.has(row.rowKey));
  const people = [...named.values()].map(({ row, told, rowKey }) => {
    const member = byKey.get(rowKey);
    // what stays as it is keeps its phone as well
    const stands = member && keptWhy(member) ? toldBy(ctx, member.application) : told;
    return { member, who: placeOf(stands, row, null, documentIn(rowKey)) };
  });
  const others = absent.map((member) => {
    const document = member.application.documentIndex ?? member.row.id;
    return placeOf(toldBy(ctx, member.application), null, member.row.position, document);
  });
  const twinsOf = twinWords([...people.map(({ who }) => who), ...others]);
  const judge = sheetJudge(ctx, open);
  const by = judgedBy(open, ctx.now.day);
  const changes: SheetChange<Payload>[] = [];
  /** What whoever the sheet names costs once it is taken. */
  const costs: Fen[] = [];
  const staying: StayingRow[] = [];
  for await (const [at, { row, told, values, rowKey }] of lettingOthersIn([...named.values()].entries())) {
    const person = people[at];
    if (!person) continue;
    const { member, who } = person;
    const words = twinsOf(who);
    const now = valuesOf(told, open);
    const before = member ? valuesOf(toldBy(ctx, member.application), open) : null;
    const differing = columns.flatMap(({ key, header }) => {
      const [from, to] = [before?.[key] ?? '', now[key] ?? ''];
      return from === to ? [] : [{ column: header, from: before === null ? null : from, to }];
    });
    const what = {
      key: keyIn(rowKey),
      row,
      label: labelOf(told.candidate.name, told.candidate.documentNumber),
      changes: differing,
    };
    const payload = {
      values: filled(values),
      rowId: member?.row.id ?? null,
      version: member?.application.version ?? 0,
    };
    const kept = member ? keptWhy(member) : null;
    if (member && kept !== null) {
      staying.push({ ...what, kind: 'kept', payload: null, verdict: keptVerdict(kept, words, differing.length > 0) });
      costs.push(feesOf(open, [member]));
      continue;
    }
    const verdict = !member
      ? judge.added(told, words)
      : differing.length === 0
        ? judge.same(member, words)
        : judge.changed(member, told, words);
    if (verdict.standing !== 'ineligible') costs.push(feeFenOf(open.frame, told.offeringCode));
    if (!member) {
      const judged = verdict.standing === null ? {} : { judged: { standing: verdict.standing, by } };
      changes.push({ ...what, kind: 'added', payload: { ...payload, ...judged }, verdict });
    } else if (differing.length === 0) staying.push({ ...what, kind: 'same', payload: null, verdict });
    else changes.push({ ...what, kind: 'changed', payload, verdict });
  }
  // what members filled in comes and goes by admission, never by a sheet
  const missing = absent.filter(({ row }) => row.admission === null);
  for (const member of missing) {
    const { row, application } = member;
    const { candidate } = toldBy(ctx, application);
    const label = labelOf(candidate.name, candidate.documentNumber);
    const what = { key: keyIn(row.rowKey), row: null, label, changes: [] };
    const why = missingWhy(ctx, open, member);
    const verdict = why === null ? { ...judge.same(member, []), attention: false } : keptVerdict(why, [], false);
    const payload = { values: null, rowId: row.id, version: application.version };
    if (why === null || why === 'withdrawn-if-removed') changes.push({ ...what, kind: 'missing', payload, verdict });
    else staying.push({ ...what, kind: 'kept', payload: null, verdict });
  }
  // what is missing stays, until somebody ticks that it goes
  const effect = { fromFen: feesOf(open, live), toFen: sumFen([...costs, feesOf(open, missing)]) };
  return { changes, staying, same: staying.filter(({ kind }) => kind === 'same').length, problems, effect };
}

type ReadRow = {
  readonly row: number;
  readonly rowKey: string;
  readonly told: Told;
  readonly values: Readonly<Record<string, string>>;
};

/** What each row says, by its key; a second row of one person is a problem that names the first. */
async function readRows(
  ctx: Pick<Context, 'now' | 'ports'>,
  open: OpenRoster,
  rows: readonly SheetRow<string>[],
  placed: readonly Column<string>[],
) {
  const reading = readingOf(open, ctx.now.day);
  const named = new Map<string, ReadRow>();
  const problems: Compared<Payload>['problems'][number][] = [];
  for await (const { row, values } of lettingOthersIn(rows)) {
    const read = readRow(values, reading);
    if ('problems' in read) {
      problems.push(...sheetProblems(row, read.problems, placed));
      continue;
    }
    const { told } = read;
    const rowKey = rowKeyOf(ctx, open.roster.id, told);
    const first = named.get(rowKey);
    if (first) {
      const value = rosterPlaceWords({ row: first.row, position: null, name: first.told.candidate.name ?? '' });
      problems.push(...sheetProblems(row, [{ key: 'documentNumber', code: 'document-twice-with', value }], placed));
    } else named.set(rowKey, { row, rowKey, told, values });
  }
  return { named, problems };
}

const placeOf = (
  { candidate, offeringCode }: Told,
  row: number | null,
  position: number | null,
  document: string,
): Placed => ({ row, position, name: candidate.name ?? '', phone: candidate.phone, document, offering: offeringCode });

/** Of thirty columns most are empty, and each row of a sheet is kept sealed until it is written. */
const filled = (values: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));

/** Without the roster's id, so that it fits. */
const keyIn = (rowKey: string): string => rowKey.slice(rowKey.indexOf(':') + 1).slice(-118);

/** The document's part of a key. */
const documentIn = (rowKey: string): string => rowKey.slice(rowKey.lastIndexOf(':') + 1);

const labelOf = (name: string | null, number: string | null): string =>
  `${name ?? ''}（${maskNumber(number ?? '').slice(-4)}）`;

const LIVE = statesThatAre('live');
