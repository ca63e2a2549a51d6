import type { Columns, RowResult, SelectionView, Which } from '@jikaotong/shared/lists';
import type { Filters } from '@jikaotong/shared/lists';
import type { Crypto } from '../crypto';
import type { Handle } from '../db';
import { type Actor, type Route, bodiesOf, command, lastSeen, pageOf, query, refuse } from '../http';
import { type Raw, rowOf, selectOf } from './cells';
import { allOf, among, conditionsOf, filterValuesOf } from './condition';
import { type Condition, type Served, fromOf } from './list-source';
import { namesOf } from './names';
import { enqueuePart } from './run-selection.job';
import { admitted, bodyOf } from './scope';
import {
  type Selection,
  countStates,
  findSelection,
  findSelectionById,
  freeze,
  freezeDone,
  listResults,
  moveOn,
  noteTakenBack,
} from './selection.repository';

/** For how long what was done together can be taken back together. */
const TAKE_BACK_MS = 24 * 3_600_000;
const RESULTS = 100;

/** Choosing many, acting on them, watching it, and taking it back. */
export function actingRoutes(served: Served): Route[] {
  const { list } = served;
  const { acting } = list;

  const present = async (h: Handle, id: string, nowMs: number): Promise<SelectionView> => {
    const selection = (await findSelectionById(h, id)) ?? refuse('not-found');
    return viewOf(served, selection, await countStates(h, id), nowMs);
  };
  const own = async (c: { h: Handle; actor: Actor }, params: { id: string; selectionId: string }) => {
    const withinId = await admitted(served, c, params.id);
    return (await findSelection(c.h, { id: params.selectionId, list: list.name, withinId })) ?? refuse('not-found');
  };
  const about = ({ id, withinId }: Selection) => ({ [`${list.within}Id`]: withinId, selectionId: id });

  const select = command(acting.select, {
    handle: async (c) => {
      const withinId = await admitted(served, c, c.input.params.id);
      const { act, which } = c.input.body;
      await refuseAct(served, c, withinId, act);
      const needs: unknown = 'needs' in c.input.body ? c.input.body.needs : null;
      const chosen = { list: list.name, withinId, act, needs, accountId: c.actor.accountId, takesBackId: null };
      const rows = whichOf(served, c.ports.crypto, withinId, which);
      return { id: (await freeze(c.h, served, { ...chosen, madeAt: c.now.ms }, rows)).id };
    },
    present: (c, id) => present(c.h, id, c.now.ms),
  });

  const start = command(acting.start, {
    handle: async (c) => {
      const selection = await own(c, c.input.params);
      await refuseAct(served, c, selection.withinId, selection.act);
      if (selection.accountId !== c.actor.accountId || !(await moveOn(c.h, selection.id, 'frozen', 'running')))
        refuse('wrong-state', { state: selection.state });
      await enqueuePart(c.h, selection, 0, c.now.ms);
      c.audit('selection-started', about(selection), { list: list.name, act: selection.act, rows: selection.total });
      return { id: selection.id };
    },
    present: (c, id) => present(c.h, id, c.now.ms),
  });

  const cancel = command(acting.cancel, {
    handle: async (c) => {
      const selection = await own(c, c.input.params);
      const stopped =
        (await moveOn(c.h, selection.id, 'running', 'cancelled')) ||
        (await moveOn(c.h, selection.id, 'frozen', 'cancelled'));
      if (!stopped) refuse('wrong-state', { state: selection.state });
      c.audit('selection-cancelled', about(selection), { list: list.name, act: selection.act });
      return { id: selection.id };
    },
    present: (c, id) => present(c.h, id, c.now.ms),
  });

  const takeBack = command(acting.takeBack, {
    handle: async (c) => {
      const selection = await own(c, c.input.params);
      const undo = undoOf(served, selection, c.now.ms) ?? refuse('wrong-state', { state: selection.state });
      await refuseAct(served, c, selection.withinId, undo);
      const { withinId, id: takesBackId } = selection;
      const given = { list: list.name, withinId, act: undo, needs: null, accountId: c.actor.accountId, takesBackId };
      const back = await freezeDone(c.h, { ...given, madeAt: c.now.ms });
      if (!(await noteTakenBack(c.h, selection.id, back.id))) refuse('wrong-state', { state: 'taken-back' });
      await moveOn(c.h, back.id, 'frozen', 'running');
      await enqueuePart(c.h, back, 0, c.now.ms);
      c.audit('selection-taken-back', about(selection), { list: list.name, act: selection.act, rows: back.total });
      return { id: back.id };
    },
    present: (c, id) => present(c.h, id, c.now.ms),
  });

  const progress = query(acting.progress, async (c) => {
    const selection = await own(c, c.input.params);
    return viewOf(served, selection, await countStates(c.h, selection.id), c.now.ms);
  });

  const results = query(acting.results, async (c) => {
    const selection = await own(c, c.input.params);
    const { cursor, state } = c.input.query;
    const found = await listResults(c.h, selection.id, { after: lastSeen(cursor), state, limit: RESULTS + 1 });
    const { items, next } = pageOf(found, RESULTS, ({ rowId }) => [rowId]);
    const rows = await rowsNow(
      c.h,
      c.ports.crypto,
      served,
      selection.withinId,
      items.map(({ rowId }) => rowId),
    );
    return {
      items: items.map(({ rowId, state, code, data }): RowResult<Columns> => {
        return { rowId, row: rows.get(rowId) ?? null, state, code, data: data && { ...data } };
      }),
      next,
    };
  });

  return [select, start, cancel, takeBack, progress, results];
}

/** An act may be for fewer people than the list. */
async function refuseAct(served: Served, c: { h: Handle; actor: Actor }, withinId: string, act: string): Promise<void> {
  const roles = served.list.acts[act]?.who ?? served.list.who;
  const bodyId = await bodyOf(served, c.h, withinId);
  if (bodyId === null || !bodiesOf(c.actor, roles).includes(bodyId)) refuse('forbidden');
}

function whichOf(served: Served, crypto: Crypto, withinId: string, which: Which<Filters>): Condition {
  const { id } = served.source;
  if ('ids' in which) return allOf([conditionsOf(served, crypto, withinId, []), among(id, which.ids)]);
  const matching = conditionsOf(served, crypto, withinId, filterValuesOf(served, which.match));
  const except = which.except ?? [];
  if (except.length === 0) return matching;
  const spared = among(id, except);
  return allOf([matching, { sql: `NOT (${spared.sql})`, params: spared.params }]);
}

const undoOf = ({ list }: Served, { act, state, takesBackId, takenBackById, madeAt }: Selection, nowMs: number) =>
  takesBackId === null &&
  takenBackById === null &&
  (state === 'done' || state === 'cancelled') &&
  nowMs - madeAt < TAKE_BACK_MS
    ? (list.acts[act]?.undo ?? null)
    : null;

function viewOf(
  served: Served,
  selection: Selection,
  counts: Pick<SelectionView, 'waiting' | 'done' | 'refused'>,
  nowMs: number,
): SelectionView {
  const { id, act, state, total, takesBackId, madeAt } = selection;
  const mayTakeBack = counts.done > 0 && undoOf(served, selection, nowMs) !== null;
  return { id, act, state, total, ...counts, takesBack: takesBackId, mayTakeBack, at: madeAt };
}

async function rowsNow(h: Handle, crypto: Crypto, served: Served, withinId: string, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, never>();
  const keys = Object.keys(served.list.columns);
  const { sql, params } = allOf([conditionsOf(served, crypto, withinId, []), among(served.source.id, ids)]);
  const raw = await h.query<Raw>(`SELECT ${selectOf(served, keys)} FROM ${fromOf(served.source)} WHERE ${sql}`, params);
  const look = { showing: 'screen' as const, names: await namesOf(h, served, withinId, keys) };
  const rows = raw.map((one) => rowOf(served, crypto, keys, one, look));
  return new Map(rows.map((row) => [row.id, row]));
}
