import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orders, results, sessions, sittings } from '@jikaotong/shared/contract';
import { localDate } from '@jikaotong/shared/kernel';
import { approvedFor } from '../support/apply';
import { openSession } from '../support/open-session';
import { type SignedInPerson, candidateByWechat, firstAdministrator, staffMember } from '../support/people';
import { fillSheet } from '../support/score-sheet';
import { sendSheet } from '../support/send-sheet';
import { everythingChecked } from '../support/marking';
import { type World, openWorld } from '../support/world';

const day = localDate;

describe('results whose publicity would end in a year that nobody has announced', () => {
  let world: World;
  let sessionId: string;
  let staff: SignedInPerson;
  let administrator: SignedInPerson;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    administrator = await firstAdministrator(world);
    staff = await staffMember(world, administrator, 'quanneng', ['reviewer', 'finance', 'score-officer', 'publisher']);
    sessionId = await openSession(administrator, {
      name: '2026年12月第二批次',
      offeringCodes: ['installer-5'],
      examStart: day('2026-12-26'),
      examEnd: day('2026-12-26'),
    });
  });
  afterAll(() => world.stop());

  it('are not published, with the year that is missing, and nobody learns a mark', async () => {
    const person = await candidateByWechat(world, 'o-year');
    const params = { id: await approvedFor(person, staff, sessionId) };
    const order = await person.api.ok(orders.getOrder, { params });
    const receipt = { method: 'cash' as const, amountFen: order.totalFen, paidOn: world.today() };
    await staff.api.ok(orders.recordReceipt, { params: { id: order.id }, body: receipt });
    await world.moveTo('2026-12-28');
    const { number } = await person.api.ok(sittings.getTicket, { params });
    const ofSession = { params: { id: sessionId } };
    const template = await staff.api.file(results.downloadScoreTemplate, { ...ofSession, query: {} });
    const bytes = await fillSheet(template, { [number]: { 理论知识: 60, 操作技能: 60 } });
    await sendSheet(world, staff, { endpoints: results.scoreSheet, id: sessionId, bytes });
    await everythingChecked(administrator, sessionId);
    expect(await staff.api.refused(results.publishResults, { ...ofSession, body: {} })).toMatchObject({
      code: 'calendar-year-unknown',
      data: { year: 2027 },
    });
    expect(await person.api.refused(results.getResult, { params })).toMatchObject({ code: 'not-published' });
    const session = await administrator.api.ok(sessions.getStaffSession, ofSession);
    expect(session).toMatchObject({ publishedOn: null, state: 'awaiting-results' });
  });
});
