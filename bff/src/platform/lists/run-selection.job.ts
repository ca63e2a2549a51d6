import * as z from 'zod/mini';
import {
  type Actor,
  type JobHandler,
  type JobRun,
  type Refused,
  bodiesOf,
  jobHandler,
  refusalIn,
  refuse,
} from '../http';
import { enqueue } from '../jobs';
import type { Handle } from '../db';
import type { Served } from './list-source';
import {
  type Selection,
  type SelectionRow,
  findChosen,
  findSelectionById,
  findWaiting,
  isDoneByAnother,
  moveOn,
  noteRefusal,
  noteVersion,
  openNeeds,
  takeRow,
} from './selection.repository';

/** Rows one run of the job acts on before it lets other jobs go first. */
const A_PART = 200;
const AT_ONCE = 25;

const kindOf = (list: string): string => `list-act-${list}`;

/** Queues a part of a running selection. */
export const enqueuePart = (h: Handle, selection: Selection, part: number, dueMs: number): Promise<boolean> =>
  enqueue(h, {
    kind: kindOf(selection.list),
    key: `${selection.id}:${part}`,
    dueMs,
    payload: { selectionId: selection.id, part },
  });

/**
 * Acts on the rows of running selections: a transaction a row, in the name of whoever chose, with their rights of this
 * moment. A row is taken in the very transaction that acts on it, so a run that died goes on where it was.
 */
export const runSelection = (served: Served): JobHandler =>
  jobHandler(
    kindOf(served.list.name),
    z.object({ selectionId: z.string(), part: z.int() }),
    async (run, { selectionId, part }) => {
      for (let acted = 0; acted < A_PART; acted += AT_ONCE) {
        const batch = await run.read((h) => nextRows(h, served, selectionId));
        if (batch === null) return;
        if (batch.rows.length === 0) {
          await run.tx((ctx) => moveOn(ctx.h, selectionId, 'running', 'done'));
          return;
        }
        for (const row of batch.rows) {
          await actOn(run, served, batch.selection, batch.actor, row);
          // libsql is synchronous: whoever waits goes first
          await new Promise(setImmediate);
        }
      }
      await run.tx(async (ctx) => {
        const selection = await findSelectionById(ctx.h, selectionId);
        if (selection?.state === 'running') await enqueuePart(ctx.h, selection, part + 1, ctx.now.ms);
      });
    },
  );

type Batch = { readonly selection: Selection; readonly actor: Actor | null; readonly rows: SelectionRow[] };

/** Null when the selection no longer runs; `actor` is null when whoever chose may no longer act here. */
async function nextRows(h: Handle, { list, source }: Served, selectionId: string): Promise<Batch | null> {
  const selection = await findSelectionById(h, selectionId);
  if (selection?.state !== 'running') return null;
  const actor = (await source.actorNow?.(h, selection.accountId)) ?? null;
  const bodyId = list.within === 'body' ? selection.withinId : await source.bodyOf?.(h, selection.withinId);
  const roles = list.acts[selection.act]?.who ?? list.who;
  const mayAct = actor !== null && bodiesOf(actor, roles).some((mine) => mine === bodyId);
  return { selection, actor: mayAct ? actor : null, rows: await findWaiting(h, selectionId, AT_ONCE) };
}

async function actOn(
  run: JobRun,
  served: Served,
  selection: Selection,
  actor: Actor | null,
  { rowId, version }: SelectionRow,
): Promise<void> {
  const note = (no: Refused) => run.tx((ctx) => noteRefusal(ctx.h, selection.id, rowId, no));
  const act = served.source.acts[selection.act];
  if (!act) throw new Error(`${selection.list} has no act ${selection.act}`);
  if (!actor) {
    await note({ refused: 'forbidden' });
    return;
  }
  try {
    await run.tx(async (ctx) => {
      if (!(await takeRow(ctx.h, selection.id, rowId))) return;
      const row = await findChosen(ctx.h, served, selection.withinId, rowId);
      if (!row) return refuse('not-found');
      if (row.version !== version) refuse('changed-meanwhile');
      const after = await act(
        { ...ctx, actor, withinId: selection.withinId, selectionId: selection.id },
        row,
        openNeeds(ctx.ports.crypto, selection),
      );
      await noteVersion(ctx.h, selection.id, rowId, after);
    }, actor.accountId);
  } catch (error) {
    const no = refusalIn(error);
    if (!no) throw error;
    const isOver = no.refused === 'changed-meanwhile' || no.refused === 'wrong-state';
    const isDone = isOver && (await run.read((h) => isDoneByAnother(h, selection, rowId)));
    await note(isDone ? { refused: 'done-by-another' } : no);
  }
}
