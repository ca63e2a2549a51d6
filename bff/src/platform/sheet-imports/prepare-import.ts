import type { RowStanding } from '@jikaotong/shared/contract';
import type { Crypto } from '../crypto';
import { lettingOthersIn, newId } from '../db';
import type { Compared, SheetChange, StayingRow } from './sheet-kind';
import type { SheetImport, StoredItem } from './sheet-import.record';
import { MOST_PROBLEMS } from '../sheets';
import { type ItemContent, sealContent } from './item-content';

type Read = {
  readonly rows: number;
  readonly ignored: readonly string[];
  readonly problems: readonly {
    row: number | null;
    column: string | null;
    cell: string | null;
    code: string;
    value: string | null;
    label?: string;
  }[];
  /** Whether the rows with problems are left out, and the others taken all the same. */
  readonly leavesOut: boolean;
  readonly compared: Compared<unknown>;
};

/** The rows of an import as they are stored: with one problem it can only be looked at, unless such rows are left out. */
export async function prepareImport(
  outside: { readonly ports: { readonly crypto: Crypto }; readonly now: { readonly ms: number } },
  whose: Pick<SheetImport, 'sheet' | 'subjectId' | 'accountId' | 'fileId' | 'basis'>,
  { rows, ignored, problems, leavesOut, compared }: Read,
): Promise<{ run: SheetImport; items: StoredItem[] }> {
  const importId = newId();
  const isRefused = problems.length > 0 && !leavesOut;
  const items: StoredItem[] = [];
  const add = (kind: StoredItem['kind'], itemKey: string, content: ItemContent, attention: boolean | null): void => {
    const id = newId();
    const sealed = sealContent(outside.ports.crypto, id, content);
    const position = items.length + 1;
    // written once: of a long list each row that is changed later costs as much as its first writing
    const state = CHANGES.includes(kind) ? 'waiting' : 'none';
    items.push({ id, importId, position, kind, itemKey, state, attention, outcome: null, content: sealed });
  };
  problems
    .slice(0, MOST_PROBLEMS)
    .forEach((problem, at) =>
      add(
        'problem',
        `problem ${at}`,
        { ...problem, label: problem.label ?? '', changes: [], verdict: null, payload: null },
        null,
      ),
    );
  if (!isRefused)
    for await (const { kind, key, row, label, changes, verdict: judged, payload } of lettingOthersIn(
      rowsOf(compared),
    )) {
      const verdict = judged ? { standing: judged.standing, words: judged.words } : null;
      const at = { row, column: null, cell: null, code: null, value: null };
      add(kind, key, { ...at, label, changes: [...changes], verdict, payload }, judged?.attention ?? null);
    }
  const count = (kind: StoredItem['kind']) => compared.changes.filter((change) => change.kind === kind).length;
  const run: SheetImport = {
    ...whose,
    id: importId,
    state: isRefused ? 'refused' : 'preview',
    liveKey: null,
    counts: {
      rows,
      problems: problems.length,
      added: count('added'),
      changed: count('changed'),
      same: compared.same,
      missing: count('missing'),
      ...(!isRefused && judgedIn(compared)),
    },
    ignored,
    effect: isRefused ? null : (compared.effect ?? null),
    total: 0,
    applied: 0,
    refused: 0,
    createdAt: outside.now.ms,
    finishedAt: null,
  };
  return { run, items };
}

/** What waits for the job once the sheet is confirmed, whatever else is ticked. */
const CHANGES: readonly StoredItem['kind'][] = ['added', 'changed'];

/** In the order of the sheet; what it does not name comes last. */
const rowsOf = ({ changes, staying }: Compared<unknown>): readonly (SheetChange<unknown> | StayingRow)[] =>
  staying ? [...changes, ...staying].toSorted((one, other) => placeOf(one) - placeOf(other)) : changes;

const placeOf = ({ row }: { readonly row: number | null }): number => row ?? Number.MAX_SAFE_INTEGER;

function judgedIn(compared: Compared<unknown>): Pick<SheetImport['counts'], 'judged'> {
  if (!compared.staying) return {};
  const rows = rowsOf(compared);
  const standing = (which: RowStanding) =>
    rows.filter(({ row, verdict }) => row !== null && verdict?.standing === which).length;
  return {
    judged: {
      kept: compared.staying.filter(({ kind }) => kind === 'kept').length,
      attention: rows.filter(({ verdict }) => verdict?.attention).length,
      standing: {
        ready: standing('ready'),
        review: standing('review'),
        incomplete: standing('incomplete'),
        ineligible: standing('ineligible'),
      },
    },
  };
}
