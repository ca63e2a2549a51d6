import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { Bytes, Day, Id, Time } from './fields';

/** 签到表 · 座次表 · 门贴 · 桌贴 · 考场记录单 · 准考证发放表 · 缴费人员签领表 · 准考证. */
export const PRINTS = ['attendance', 'seat-plan', 'door', 'desk', 'record', 'hand-out', 'payers', 'tickets'] as const;
export type PrintName = (typeof PRINTS)[number];

/** How many seats one document holds; what is longer is printed by hour or room. */
export const MOST_PRINTED = 1500;

/**
 * Papers for the rooms of a session as one PDF, everybody once, by hour, room and seat; a day, the hour at which
 * papers begin and a room narrow it. Numbers of documents are masked; that it was printed is kept. `too-many-to-print` names how many.
 */
export const printSeats = endpoint({
  name: 'printSeats',
  method: 'GET',
  path: '/staff/sessions/:id/prints/:print',
  who: ['exam-officer', 'invigilator', 'administrator'],
  kind: 'download',
  limit: 'heavy',
  params: z.strictObject({ id: Id, print: z.enum(PRINTS) }),
  query: z.strictObject({ day: z.optional(Day), startsAt: z.optional(Time), room: z.optional(Id) }),
  reply: Bytes,
  refusals: ['nothing-to-print', 'too-many-to-print', 'ticket-not-issued'],
});
