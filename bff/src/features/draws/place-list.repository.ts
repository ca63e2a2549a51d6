import type { drawnPlaceList } from '@jikaotong/shared/lists';
import type { ListSource } from '../../platform/lists';
import { refuse } from '../../platform/http';
import { findEvents } from '../sessions';
import { findDraw, mayConnect } from './draw.repository';

type Source = ListSource<
  (typeof drawnPlaceList)['columns'],
  (typeof drawnPlaceList)['filters'],
  Readonly<Record<never, never>>
>;

/** Every place of a stage with whoever holds or held it. */
export const placeSource: Source = {
  table: 'drawn_place d',
  joins: 'JOIN participant p ON p.id = d.participant_id JOIN contest_entry e ON e.id = d.candidate_id',
  indexes: { position: 'ix_drawn_place_order' },
  within: 'd.event_id',
  id: 'd.id',
  version: '0',
  cells: {
    position: 'd.position',
    heat: 'd.heat',
    station: 'd.station',
    name: 'p.name',
    unit: 'e.unit',
    day: 'd.day',
    startsAt: 'd.starts_at',
    paper: 'd.paper',
    state: 'd.state',
  },
  bodyOf: async (h, eventId) => {
    const event = (await findEvents(h, [eventId])).get(eventId);
    return event?.kind === 'stage' ? event.bodyId : null;
  },
  mayRead: async ({ h, actor }, eventId) => {
    const draw = await findDraw(h, eventId);
    if (draw && !mayConnect(draw, actor.accountId)) refuse('forbidden');
  },
  acts: {},
};
