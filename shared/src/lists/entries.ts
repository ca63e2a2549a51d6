import * as z from 'zod/mini';
import { DOCUMENT_TYPES, UNIT_TYPES, line } from '../contract';
import { code, codes, flag, instant, named, nullable, personal, picture, sealed, text } from './columns';
import { defineList } from './define-list';

/** Where an entry stands for staff: `submitted` waits for them, `approved` is in, by the rules or by their decision. */
export const ENTRY_STANDINGS = ['submitted', 'approved', 'rejected', 'withdrawn'] as const;
export type EntryStanding = (typeof ENTRY_STANDINGS)[number];

/**
 * Why an entry must be looked at by itself: a group in the entrant's own words, another condition that needs a person's
 * judgement, a name that looks like a trial, an open case. `clear`: nothing of that, also where the declared group, which
 * the notice lists, waits to be confirmed.
 */
export const ENTRY_DOUBTS = ['group', 'condition', 'photo-grey', 'trial-name', 'case', 'clear'] as const;
export type EntryDoubt = (typeof ENTRY_DOUBTS)[number];

/** Of which group that is ranked by itself an entrant is: of one, of none yet, or the competition has no such groups. */
export const RANKINGS = ['ungrouped', 'grouped', 'together'] as const;
export type Ranking = (typeof RANKINGS)[number];

/**
 * Who entered a stage of a competition, in the order in which they came; everybody enters the first one, whose list is
 * that of the competition. A row's id is the entry's.
 */
export const entryList = defineList({
  name: 'entry',
  path: '/staff/stages/:id/entries',
  within: 'event',
  who: ['reviewer', 'exam-officer', 'administrator'],
  columns: {
    name: personal('name', text()),
    photo: picture(),
    unit: nullable(named()),
    /** What a notice lists; `other` where the entrant says it in words of their own, which stand beside it. */
    group: nullable(named()),
    groupNote: nullable(text()),
    ranking: code(RANKINGS),
    state: code(ENTRY_STANDINGS),
    doubts: codes(ENTRY_DOUBTS),
    submittedAt: instant(),
    phone: sealed('phone'),
    documentType: code(DOCUMENT_TYPES),
    documentNumber: sealed('number'),
    sex: sealed('whole'),
    birthDate: sealed('whole'),
    unitType: nullable(code(UNIT_TYPES)),
    coach: personal('name', nullable(text())),
    /** The last stage that the entrant has come to. */
    stage: named(),
    training: flag(),
    unionCard: flag(),
    /** What the entrant holds already, in words. */
    levels: text(),
    /** On the site where people registered, of those that its list names. */
    listReference: nullable(text()),
  },
  filters: {
    q: { by: 'words', columns: ['name', 'unit', 'phone', 'documentNumber'] },
    state: { by: 'codes', column: 'state' },
    doubts: { by: 'codes', column: 'doubts' },
    group: { by: 'values', column: 'group' },
    ranking: { by: 'codes', column: 'ranking' },
    unit: { by: 'values', column: 'unit' },
    stage: { by: 'values', column: 'stage' },
    training: { by: 'codes', column: 'training' },
    submittedAt: { by: 'days', column: 'submittedAt' },
  },
  order: { by: ['submittedAt', 'name'], first: 'submittedAt' },
  acts: {
    accept: {
      who: ['reviewer', 'administrator'],
      of: { state: 'submitted' },
      aside: { doubts: 'group,condition,photo-grey,trial-name,case' },
    },
    /**
     * Puts them into a group that is ranked by itself, by its code, while no roster of the competition is frozen; whoever is
     * in another one already stays there unless `regroups`.
     */
    group: {
      who: ['exam-officer', 'administrator'],
      needs: z.strictObject({ group: line(64), regroups: z.optional(z.boolean()) }),
    },
  },
});
