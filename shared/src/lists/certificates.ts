import * as z from 'zod/mini';
import {
  CERTIFICATE_STATES,
  COLLECTION_METHODS,
  CollectionNotice,
  HAND_OVERS,
  REGISTER_STATES,
  line,
} from '../contract';
import { code, day, named, nullable, personal, sealed, text } from './columns';
import { defineList } from './define-list';

/** The certificates of a session by their numbers: the register (证书台账), and who still has to get theirs. */
export const certificateList = defineList({
  name: 'certificate',
  path: '/staff/sessions/:id/certificates',
  within: 'event',
  who: ['publisher', 'administrator'],
  columns: {
    // 22 characters that differ in the last ones
    number: { ...text(), letters: 15 },
    name: personal('name', text()),
    documentNumber: sealed('number'),
    offering: named(),
    unit: nullable(named()),
    issuedOn: day(),
    state: code(CERTIFICATE_STATES),
    /** Null: it does not hold any more. */
    handOver: nullable(code(HAND_OVERS)),
    method: nullable(code(COLLECTION_METHODS)),
    register: nullable(code(REGISTER_STATES)),
    duplicatedOn: nullable(day()),
    collectedOn: nullable(day()),
    recipient: sealed('name'),
    phone: sealed('phone'),
    address: sealed('whole'),
    carrier: nullable(text()),
    trackingNumber: nullable(text()),
    registeredOn: nullable(day()),
  },
  filters: {
    q: { by: 'words', columns: ['name', 'number', 'documentNumber'] },
    offering: { by: 'values', column: 'offering' },
    unit: { by: 'values', column: 'unit' },
    state: { by: 'codes', column: 'state' },
    handOver: { by: 'codes', column: 'handOver' },
    method: { by: 'codes', column: 'method' },
    register: { by: 'codes', column: 'register' },
    issuedOn: { by: 'days', column: 'issuedOn' },
  },
  order: { by: ['number'], first: 'number' },
  acts: {
    tell: { needs: CollectionNotice },
    collect: {
      needs: z.discriminatedUnion('method', [
        z.strictObject({ method: z.literal('in-person') }),
        /** Of one unit's list: who fetched them, and signed for them. */
        z.strictObject({ method: z.literal('unit-list'), agent: line(60) }),
      ]),
      undo: 'uncollect',
    },
    uncollect: {},
    register: { undo: 'unregister' },
    unregister: {},
  },
});
