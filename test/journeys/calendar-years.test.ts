import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BodyOf, calendarYears, notices, orders, results, sessions, sittings } from '@jikaotong/shared/contract';
import { localDate } from '@jikaotong/shared/kernel';
import { approvedFor } from '../support/apply';
import { everythingChecked } from '../support/marking';
import { openSession } from '../support/open-session';
import { type SignedInPerson, candidateByWechat, firstAdministrator, staffMember } from '../support/people';
import { fillSheet } from '../support/score-sheet';
import { sendSheet } from '../support/send-sheet';
import { type World, openWorld } from '../support/world';

const day = localDate;

describe('the days off of a new year', () => {
  let world: World;
  let administrator: SignedInPerson;
  let staff: SignedInPerson;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    administrator = await firstAdministrator(world);
    staff = await staffMember(world, administrator, 'quanneng', ['reviewer', 'finance', 'score-officer', 'publisher']);
  });
  afterAll(() => world.stop());

  const y2027 = {
    year: 2027,
    off: [day('2027-01-03'), day('2027-01-01'), day('2027-01-02'), day('2027-01-01')],
    worked: [day('2027-01-10')],
    source: '国务院办公厅关于2027年部分节假日安排的通知',
  };
  const add = (body: BodyOf<typeof calendarYears.addCalendarYear>) =>
    administrator.api.call(calendarYears.addCalendarYear, { body });
  const correct = (year: number, change: Partial<BodyOf<typeof calendarYears.correctCalendarYear>>) => {
    const { year: _, ...days } = y2027;
    return administrator.api.call(calendarYears.correctCalendarYear, {
      params: { year },
      body: { ...days, note: '录入时看错一天', ...change },
    });
  };
  const yearsShown = async () => (await world.stranger.ok(notices.getCalendarYears, {})).years;

  /** A session whose results will have a publicity that ends in 2027, marked and ready to be published. */
  const markedSession = async (): Promise<string> => {
    const id = await openSession(administrator, {
      name: '2026年12月第二批次',
      offeringCodes: ['installer-5'],
      examStart: day('2026-12-26'),
      examEnd: day('2026-12-26'),
    });
    const params = { id };
    const person = await candidateByWechat(world, 'o-year');
    const application = { id: await approvedFor(person, staff, id) };
    const order = await person.api.ok(orders.getOrder, { params: application });
    const receipt = { method: 'cash' as const, amountFen: order.totalFen, paidOn: world.today() };
    await staff.api.ok(orders.recordReceipt, { params: { id: order.id }, body: receipt });
    await world.moveTo('2026-12-28');
    const { number } = await person.api.ok(sittings.getTicket, { params: application });
    const template = await staff.api.file(results.downloadScoreTemplate, { params, query: {} });
    const bytes = await fillSheet(template, { [number]: { 理论知识: 60, 操作技能: 60 } });
    await sendSheet(world, staff, { endpoints: results.scoreSheet, id, bytes });
    return id;
  };

  it('are added by an administrator as announced, once, and only what a year can look like', async () => {
    expect(await staff.api.refused(calendarYears.addCalendarYear, { body: y2027 })).toMatchObject({
      code: 'forbidden',
    });
    const wrong = async (change: Partial<typeof y2027>) => {
      const { code, data } = await add({ ...y2027, ...change });
      return [code, data];
    };
    expect(await wrong({ off: [day('2026-12-31')] })).toMatchObject(['calendar-year-wrong', { reason: 'other-year' }]);
    expect(await wrong({ worked: [day('2027-01-11')] })).toMatchObject([
      'calendar-year-wrong',
      { reason: 'worked-weekday', day: '2027-01-11' },
    ]);
    expect(await wrong({ worked: [day('2027-01-02')] })).toMatchObject([
      'calendar-year-wrong',
      { reason: 'off-and-worked' },
    ]);
    expect(await wrong({ off: [] })).toMatchObject(['calendar-year-wrong', { reason: 'no-days' }]);
    const y2028 = { year: 2028, off: [day('2028-01-01')], worked: [] };
    expect(await wrong(y2028)).toMatchObject(['calendar-year-not-next', { year: 2027 }]);
    expect(await wrong({ year: 2026, off: [day('2026-01-01')], worked: [] })).toMatchObject([
      'calendar-year-taken',
      {},
    ]);
    expect((await yearsShown()).map(({ year }) => year)).toEqual([2024, 2025, 2026]);
  });

  it('let results be published that waited for them, and are corrected only until then', async () => {
    const params = { id: await markedSession() };
    await everythingChecked(administrator, params.id);
    const publish = () => staff.api.call(results.publishResults, { body: {}, params });
    expect(await publish()).toMatchObject({ code: 'calendar-year-unknown', data: { year: 2027 } });

    // two at once: the year stands once
    const answers = await Promise.all([add(y2027), add({ ...y2027, source: '另一位管理员' })]);
    expect(answers.map(({ code }) => code).toSorted()).toEqual(['calendar-year-taken', 'ok']);
    expect((await yearsShown()).at(-1)).toMatchObject({
      year: 2027,
      off: ['2027-01-01', '2027-01-02', '2027-01-03'],
      worked: ['2027-01-10'],
    });

    expect(await correct(2028, {})).toMatchObject({ code: 'not-found' });
    expect(await correct(2027, { off: [day('2028-01-01')] })).toMatchObject({ code: 'calendar-year-wrong' });
    expect(await correct(2026, { off: [day('2026-01-01')], worked: [] })).toMatchObject({ code: 'calendar-year-used' });
    expect((await yearsShown()).find(({ year }) => year === 2026)?.worked).toHaveLength(6);
    expect(await correct(2027, { off: [day('2027-01-01')], worked: [] })).toMatchObject({
      code: 'ok',
      data: { off: ['2027-01-01'], worked: [] },
    });

    expect(await publish()).toMatchObject({ code: 'ok' });
    const { windows } = await administrator.api.ok(sessions.getStaffSession, { params });
    const publicity = windows.find(({ kind }) => kind === 'publicity');
    expect(publicity?.closes?.slice(0, 4)).toBe('2027');
    expect(await correct(2027, {})).toMatchObject({ code: 'calendar-year-used' });
    expect((await yearsShown()).at(-1)?.off).toEqual(['2027-01-01']);
  });
});
