import { ACTING_LISTS, listSelections } from '@jikaotong/shared/lists';
import { type Route, bodiesOf, lastSeen, pageOf, query } from '../../platform/http';
import { countStatesOf, findSelectionsOf, viewOf } from '../../platform/lists';
import { findBody } from '../bodies';
import { eventNamesOf } from '../sessions';
import { trainingNamesOf } from '../trainings';

const A_PAGE = 20;

const own = query(listSelections, async (ctx) => {
  const { h, actor, now } = ctx;
  const { list, within, cursor, limit = String(A_PAGE) } = ctx.input.query;
  const where = { accountId: actor.accountId, ...(list && { list }), ...(within && { withinId: within }) };
  const before = lastSeen(cursor);
  const found = await findSelectionsOf(h, where, { before, limit: Number(limit) + 1 });
  const { items, next } = pageOf(found, Number(limit), ({ id }) => [id]);
  const countsOf = await countStatesOf(
    h,
    items.map(({ id }) => id),
  );
  const names = new Map<string, string>();
  for (const bodyId of bodiesOf(actor, listSelections.who)) {
    names.set(bodyId, (await findBody(h, bodyId))?.name ?? '');
    for (const [id, name] of await eventNamesOf(h, bodyId)) names.set(id, name);
    for (const [id, name] of await trainingNamesOf(h, bodyId)) names.set(id, name);
  }
  return {
    // where one works no more, one looks no more
    items: items.flatMap((selection) => {
      const of = ACTING_LISTS[selection.list];
      const withinName = names.get(selection.withinId);
      if (!of || withinName === undefined) return [];
      const view = viewOf(of, selection, countsOf(selection.id), now.ms);
      return [{ ...view, list: selection.list, withinId: selection.withinId, withinName }];
    }),
    next,
  };
});

export const routes: Route[] = [own];
