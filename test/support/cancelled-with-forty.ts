import { orders, sessionChanges } from '@jikaotong/shared/contract';
import { addDays } from '@jikaotong/shared/kernel';
import { moneyCaseList } from '@jikaotong/shared/lists';
import { expect } from 'vitest';
import { actOn } from './act-on';
import type { Examined, NoticeStory } from './notice-story';
import { readAll } from './read-all';
import { readWorkbook } from './read-workbook';

type Cancelled = {
  readonly bodyId: string;
  readonly sessionId: string;
  /** Where whoever wants may go instead. */
  readonly otherId: string;
  readonly paid: readonly Examined[];
  /** How many of them paid by hand; the others by WeChat. */
  readonly byHand: number;
  readonly feeFen: number;
  readonly choiceDays: number;
};

/**
 * Cancels a session whose tickets are out and that so many have paid for: a ticket is revoked, one goes elsewhere, one says
 * no, the others say nothing; the money goes back in one batch, what came by hand stands in one list for the bank. Tells how many
 * got theirs back.
 */
export async function cancelWithPaid(story: NoticeStory, given: Cancelled): Promise<number> {
  const { world, officer, finance } = story;
  const { bodyId, sessionId, otherId, paid, feeFen } = given;
  const [goes, leaves, late] = paid;
  if (!goes || !leaves || !late) throw new Error('too few paid');
  const params = { id: sessionId };
  const ticket = await story.ticketOf(late);
  expect(await story.ticketState(ticket.qr)).toBe('issued');
  const { revision } = await officer.api.ok(sessionChanges.previewSessionChange, { params, query: {} });
  const choiceUntil = addDays(world.today(), given.choiceDays);
  const body = { revision, reason: '考点停电，考试取消', choiceUntil };
  const { changes } = await officer.api.ok(sessionChanges.cancelSession, { params, body });
  expect(changes).toMatchObject([{ kind: 'cancelled', told: paid.length }]);
  expect(await story.ticketState(ticket.qr)).toBe('revoked');
  expect((await story.toldTo(late))[0]).toMatchObject({ code: 'session-cancelled', data: { choiceUntil } });

  const changeId = changes[0]?.id ?? '';
  const answers = () => finance.api.ok(sessionChanges.getChangeAnswers, { params: { id: sessionId, changeId } });
  const answer = ({ person, id }: Examined, choice: { choice: 'leave' } | { choice: 'transfer'; sessionId: string }) =>
    person.api.call(sessionChanges.answerSessionChange, { params: { id }, body: choice });
  expect(await answers()).toMatchObject({ asked: paid.length, silent: paid.length, leave: 0, transfer: 0 });
  expect((await answer(goes, { choice: 'transfer', sessionId: otherId })).code).toBe('ok');
  expect((await answer(leaves, { choice: 'leave' })).code).toBe('ok');
  await world.moveTo(choiceUntil, '23:00');
  expect(await answers()).toMatchObject({ transfer: 1, leave: 1, silent: paid.length - 2 });
  await world.moveTo(addDays(choiceUntil, 1));
  const back = paid.length - 1;
  expect(await answers()).toMatchObject({
    transfer: 1,
    leave: back,
    silent: 0,
    refunds: { count: back, totalFen: back * feeFen, succeeded: 0 },
  });
  expect((await answer(late, { choice: 'transfer', sessionId: otherId })).code).toBe('wrong-state');

  const bankList = () =>
    finance.api.call(orders.downloadRefundList, {
      params: { id: bodyId },
      query: { reason: '交银行退款', session: sessionId },
    });
  if (given.byHand > 0) {
    const amount = (feeFen / 100).toFixed(2);
    const cells = await readWorkbook((await bankList()).bytes);
    expect(cells.filter((row) => row.includes(amount))).toHaveLength(given.byHand);
  } else expect((await bankList()).code).toBe('no-refunds');
  const choice = { act: 'refund' as const, which: { match: { state: 'open' } }, needs: { note: '批次取消，全额退费' } };
  const batch = await actOn(world, finance, { list: moneyCaseList, id: bodyId, choice });
  expect(batch).toMatchObject({ done: back, refused: 0 });
  await world.moveTo(addDays(choiceUntil, 1), '20:00');
  expect(await answers()).toMatchObject({ refunds: { count: back, succeeded: back, failed: 0 } });
  expect((await bankList()).code).toBe('no-refunds');
  const cases = await readAll(finance.api, moneyCaseList, bodyId);
  expect(cases.filter(({ state }) => state !== 'resolved')).toEqual([]);
  expect((await story.toldTo(late))[0]).toMatchObject({ code: 'refund-succeeded', data: { totalFen: feeFen } });
  expect(await story.orderOf(goes)).toMatchObject({ state: 'settled', refunds: [] });
  return cases.filter(({ refund }) => refund === 'succeeded').length;
}
