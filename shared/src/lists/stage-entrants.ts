import { SHOWN_STANDINGS, STAGE_STAFF } from '../contract';
import { code, flag, nullable, number, personal, text } from './columns';
import { defineList } from './define-list';

/** Everybody on the frozen roster of a stage with the marks that count, by number; a row's id is the roster's. */
export const stageEntrantList = defineList({
  name: 'stageEntrant',
  path: '/staff/stages/:id/marks',
  within: 'event',
  who: STAGE_STAFF,
  columns: {
    number: number(),
    name: personal('name', text()),
    unit: nullable(text()),
    standing: code(SHOWN_STANDINGS),
    /** Points; empty: no mark yet. */
    theory: nullable(text()),
    skill: nullable(text()),
    /** Something noted waits for somebody else to confirm it. */
    open: flag(),
    /** As published, before that empty: `85.40`. */
    total: nullable(text()),
    /** As published; sorted by it, whoever has none comes behind all that have one, by number. */
    rank: nullable(number()),
  },
  filters: {
    q: { by: 'words', columns: ['name', 'unit'] },
    standing: { by: 'codes', column: 'standing' },
    open: { by: 'codes', column: 'open' },
  },
  order: { by: ['number', 'rank'], first: 'number' },
});
