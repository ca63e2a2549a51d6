import type { Columns, List, RowResult, SelectionView, Which } from '@jikaotong/shared/lists';
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
  type RowCounts,
  type Selection,
  countHeld,
  countKinds,
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
    return viewOf(list, selection, await countStates(h, id), nowMs);
  };
  const own = async (ctx: { h: Handle; actor: Actor }, params: { id: string; selectionId: string }) => {
    const withinId = await admitted(served, ctx, params.id);
    return (await findSelection(ctx.h, { id: params.selectionId, list: list.name, withinId })) ?? refuse('not-found');
  };
  const about = ({ id, withinId }: Selection) => ({ [`${list.within}Id`]: withinId, selectionId: id });

  const select = command(acting.select, {
    handle: async (ctx) => {
      const withinId = await admitted(served, ctx, ctx.input.params.id);
      const { act, which } = ctx.input.body;
      await refuseAct(served, ctx, withinId, act);
      const needs: unknown = 'needs' in ctx.input.body ? ctx.input.body.needs : null;
      const { crypto } = ctx.ports;
      const left = asideOf(served, crypto, withinId, { act, which });
      const aside = left === null ? 0 : await countHeld(ctx.h, served, left);
      const who = { accountId: ctx.actor.accountId, takesBackId: null, madeAt: ctx.now.ms };
      const chosen = { list: list.name, withinId, act, ...who, aside, crypto, needs };
      const rows = whichOf(served, crypto, withinId, { act, which });
      return { id: (await freeze(ctx.h, served, chosen, rows)).id };
    },
    present: (ctx, id) => present(ctx.h, id, ctx.now.ms),
  });

  const start = command(acting.start, {
    handle: async (ctx) => {
      const selection = await own(ctx, ctx.input.params);
      await refuseAct(served, ctx, selection.withinId, selection.act);
      if (selection.accountId !== ctx.actor.accountId || !(await moveOn(ctx.h, selection.id, 'frozen', 'running')))
        refuse('wrong-state', { state: selection.state });
      await enqueuePart(ctx.h, selection, 0, ctx.now.ms);
      ctx.audit('selection-started', about(selection), { list: list.name, act: selection.act, rows: selection.total });
      return { id: selection.id };
    },
    present: (ctx, id) => present(ctx.h, id, ctx.now.ms),
  });

  const cancel = command(acting.cancel, {
    handle: async (ctx) => {
      const selection = await own(ctx, ctx.input.params);
      const stopped =
        (await moveOn(ctx.h, selection.id, 'running', 'cancelled')) ||
        (await moveOn(ctx.h, selection.id, 'frozen', 'cancelled'));
      if (!stopped) refuse('wrong-state', { state: selection.state });
      ctx.audit('selection-cancelled', about(selection), { list: list.name, act: selection.act });
      return { id: selection.id };
    },
    present: (ctx, id) => present(ctx.h, id, ctx.now.ms),
  });

  const takeBack = command(acting.takeBack, {
    handle: async (ctx) => {
      const selection = await own(ctx, ctx.input.params);
      const undo = undoOf(list, selection, ctx.now.ms) ?? refuse('wrong-state', { state: selection.state });
      await refuseAct(served, ctx, selection.withinId, undo);
      const { withinId, id: takesBackId } = selection;
      const given = { list: list.name, withinId, act: undo, accountId: ctx.actor.accountId, takesBackId };
      const back = await freezeDone(ctx.h, { ...given, madeAt: ctx.now.ms });
      if (!(await noteTakenBack(ctx.h, selection.id, back.id))) refuse('wrong-state', { state: 'taken-back' });
      await moveOn(ctx.h, back.id, 'frozen', 'running');
      await enqueuePart(ctx.h, back, 0, ctx.now.ms);
      ctx.audit('selection-taken-back', about(selection), { list: list.name, act: selection.act, rows: back.total });
      return { id: back.id };
    },
    present: (ctx, id) => present(ctx.h, id, ctx.now.ms),
  });

  const progress = query(acting.progress, async (ctx) => {
    const selection = await own(ctx, ctx.input.params);
    return viewOf(list, selection, await countStates(ctx.h, selection.id), ctx.now.ms);
  });

  const results = query(acting.results, async (ctx) => {
    const selection = await own(ctx, ctx.input.params);
    const { cursor, state } = ctx.input.query;
    const found = await listResults(ctx.h, selection.id, { after: lastSeen(cursor), state, limit: RESULTS + 1 });
    const { items, next } = pageOf(found, RESULTS, ({ rowId }) => [rowId]);
    const rows = await rowsNow(
      ctx.h,
      ctx.ports.crypto,
      served,
      selection.withinId,
      items.map(({ rowId }) => rowId),
    );
    return {
      items: items.map(({ rowId, state, code, data }): RowResult<Columns> => {
        return { rowId, row: rows.get(rowId) ?? null, state, code, data: data && { ...data } };
      }),
      next,
      kinds: await countKinds(ctx.h, selection.id),
    };
  });

  return [select, start, cancel, takeBack, progress, results];
}

/** An act may be for fewer people than the list. */
async function refuseAct(
  served: Served,
  ctx: { h: Handle; actor: Actor },
  withinId: string,
  act: string,
): Promise<void> {
  const roles = served.list.acts[act]?.who ?? served.list.who;
  const bodyId = await bodyOf(served, ctx.h, withinId);
  if (bodyId === null || !bodiesOf(ctx.actor, roles).includes(bodyId)) refuse('forbidden');
}

/** The rows that are chosen; of all that match, those which the act leaves to be looked at stay out. */
function whichOf(
  served: Served,
  crypto: Crypto,
  withinId: string,
  { act, which }: { readonly act: string; readonly which: Which<Filters> },
): Condition {
  if ('ids' in which) return allOf([conditionsOf(served, crypto, withinId, []), among(served.source.id, which.ids)]);
  const { aside, of } = served.list.acts[act] ?? {};
  return allOf([
    ...matchedBy(served, crypto, withinId, which),
    ...(of ? [conditionsOf(served, crypto, withinId, filterValuesOf(served, of))] : []),
    ...(aside ? [noneOf(conditionsOf(served, crypto, withinId, filterValuesOf(served, aside)))] : []),
  ]);
}

/** The rows that match and stay out to be looked at; null where none can. */
function asideOf(
  served: Served,
  crypto: Crypto,
  withinId: string,
  { act, which }: { readonly act: string; readonly which: Which<Filters> },
): Condition | null {
  const { aside, of } = served.list.acts[act] ?? {};
  if (!aside || 'ids' in which) return null;
  return allOf([
    ...matchedBy(served, crypto, withinId, which),
    ...(of ? [conditionsOf(served, crypto, withinId, filterValuesOf(served, of))] : []),
    conditionsOf(served, crypto, withinId, filterValuesOf(served, aside)),
  ]);
}

function matchedBy(
  served: Served,
  crypto: Crypto,
  withinId: string,
  { match, except = [] }: Extract<Which<Filters>, { match: unknown }>,
): readonly Condition[] {
  const matching = conditionsOf(served, crypto, withinId, filterValuesOf(served, match));
  if (except.length === 0) return [matching];
  const spared = among(served.source.id, except);
  return [matching, { sql: `NOT (${spared.sql})`, params: spared.params }];
}

/** What does not hold, or is not known to. */
const noneOf = ({ sql, params }: Condition): Condition => ({ sql: `CASE WHEN ${sql} THEN 0 ELSE 1 END = 1`, params });

const undoOf = (
  { acts }: Pick<List, 'acts'>,
  { act, state, takesBackId, takenBackById, madeAt }: Selection,
  nowMs: number,
) =>
  takesBackId === null &&
  takenBackById === null &&
  (state === 'done' || state === 'cancelled') &&
  nowMs - madeAt < TAKE_BACK_MS
    ? (acts[act]?.undo ?? null)
    : null;

/** A selection as it travels, of the list in which it was made. */
export function viewOf(
  list: Pick<List, 'acts'>,
  selection: Selection,
  counts: RowCounts,
  nowMs: number,
): SelectionView {
  const { id, act, state, total, aside, takesBackId, madeAt } = selection;
  const mayTakeBack = counts.done > 0 && undoOf(list, selection, nowMs) !== null;
  return { id, act, state, total, ...counts, aside: aside ?? 0, takesBack: takesBackId, mayTakeBack, at: madeAt };
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
