import { code, day, nullable, number, personal, text } from './columns';
import { defineList } from './define-list';

export const PLACE_STATES = ['drawn', 'late', 'withdrawn'] as const;
export type PlaceState = (typeof PLACE_STATES)[number];

/** Who starts where in a stage that was drawn, in the drawn order; a row's id is the place's. */
export const drawnPlaceList = defineList({
  name: 'drawnPlace',
  path: '/staff/stages/:id/places',
  within: 'event',
  who: ['exam-officer', 'administrator'],
  columns: {
    position: number(),
    heat: number(),
    station: number(),
    name: personal('name', text()),
    unit: nullable(text()),
    day: day(),
    startsAt: text(),
    paper: nullable(text()),
    state: code(PLACE_STATES),
  },
  filters: {
    q: { by: 'words', columns: ['name', 'unit'] },
    state: { by: 'codes', column: 'state' },
    day: { by: 'days', column: 'day' },
  },
  order: { by: ['position'], first: 'position' },
});
