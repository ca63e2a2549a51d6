import { verifyAsync } from '@noble/ed25519';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orders, results, sittings } from '@jikaotong/shared/contract';
import { seatList } from '@jikaotong/shared/lists';
import { localDate } from '@jikaotong/shared/kernel';
import { isDuplicate } from '@jikaotong/bff/platform/db';
import { readPdfText } from '../../bff/src/platform/pdf/read-text.testing';
import { longServingGuard } from '../builders/facts';
import { portrait } from '../builders/photos';
import { identityOf, uploaded } from '../support/apply';
import { type Candidate, type Examination, openExamination } from '../support/examination';
import { type World, openWorld } from '../support/world';
import { qrIn } from '../support/qr-in';

const day = localDate;

describe('a session from the first seat to the last ticket', () => {
  let world: World;
  let exam: Examination;
  let anna: Candidate;
  let bo: Candidate;
  let chen: Candidate;
  let guard: Candidate;
  let late: Candidate;
  const seats = async () =>
    (await exam.officer.api.ok(seatList.rows, { params: exam.params, query: { limit: '200' } })).items;
  const codesOf = async (one: Candidate) => (await exam.toldTo(one)).map(({ code }) => code);
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-15' });
    exam = await openExamination(world);
  });
  afterAll(() => world.stop());

  it('seats those who paid, by the promised seed, all or nobody, and never anew', async () => {
    expect(await exam.officer.api.refused(sittings.seatSession, { params: exam.params })).toMatchObject({
      code: 'too-early',
      data: { opensOn: '2026-11-16' },
    });
    await world.moveTo('2026-11-16');
    anna = await exam.paid('o-anna', { name: '安娜', order: 1 });
    bo = await exam.paid('o-bo', { name: '薄一', order: 2 });
    const manager = { offeringCode: 'security-manager-3', facts: longServingGuard() };
    guard = await exam.paid('o-guard', { ...manager, name: '郭卫国', order: 3 });
    chen = await exam.paid('o-chen', { name: '陈晨', order: 4 });
    late = await exam.approved('o-late', { name: '池来', order: 5 });
    const order = await late.person.api.ok(orders.getOrder, { params: { id: late.id } });
    const fileId = await uploaded(late.person, 'voucher', await portrait());
    const claim = { fileId, paidOn: world.today() };
    await late.person.api.ok(orders.claimTransfer, { params: { id: order.id }, body: claim });

    expect((await exam.setRooms(2)).code).toBe('ok');
    expect(await exam.officer.api.refused(sittings.seatSession, { params: exam.params })).toMatchObject({
      code: 'seats-short',
      data: {
        missing: 2,
        short: [
          { subject: 'theory', day: '2026-12-12', first: '09:00', missing: 2, reserved: false },
          { subject: 'skill', day: '2026-12-12', first: '13:00', missing: 2, reserved: false },
        ],
      },
    });
    expect(await seats()).toEqual([]);
    expect((await exam.setRooms(3, 10)).code).toBe('ok');
    expect(await exam.reviewer.api.refused(sittings.seatSession, { params: exam.params })).toMatchObject({
      status: 403,
    });
    expect(await exam.officer.api.ok(sittings.seatSession, { params: exam.params })).toEqual({ seated: 4 });
    const given = await seats();
    // who sits where hangs on the seed; rooms fill in proportion and from the front
    expect(given.map((one) => [one.hour, one.room, one.seat])).toEqual(
      ['2026-12-12 09:00', '2026-12-12 13:00'].flatMap((hour) => [
        [hour, '亦庄考点 101', 1],
        [hour, '亦庄考点 102', 1],
        [hour, '亦庄考点 102', 2],
        [hour, '亦庄考点 102', 3],
      ]),
    );
    const names = ['安娜', '薄一', '郭卫国', '陈晨'];
    for (const half of [given.slice(0, 4), given.slice(4)])
      expect(half.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
    expect(given.map(({ subject }) => subject)).toEqual(['theory', 'skill'].flatMap((one) => Array(4).fill(one)));
    await exam.officer.api.ok(sittings.seatSession, { params: exam.params });
    expect(await seats()).toEqual(given);
    expect(await exam.setRooms(30)).toMatchObject({
      status: 409,
      code: 'places-in-use',
      data: { place: '亦庄考点 102' },
    });
    const page = await exam.officer.api.ok(seatList.rows, { params: exam.params, query: { limit: '5' } });
    const rest = await exam.officer.api.ok(seatList.rows, {
      params: exam.params,
      query: { cursor: page.next ?? '' },
    });
    expect([...page.items, ...rest.items]).toEqual(given);
    const doubled = world.db.tx((h) => h.run("UPDATE sitting SET seat = 1 WHERE subject = 'theory'"));
    expect(isDuplicate(await doubled.catch((error: unknown) => error), 'uq_sitting_seat')).toBe(true);
  });

  it('shows no ticket before its day, and on its day gives everybody their own by itself', async () => {
    await world.moveTo('2026-12-06', '23:59');
    expect(await exam.duties()).toEqual(
      [['confirm-transfers', '2026-12-04', true]].concat([['issue-tickets', '2026-12-07', false]]),
    );
    for (const one of [anna, late])
      expect(await one.person.api.refused(sittings.getTicket, { params: { id: one.id } })).toMatchObject({
        code: 'too-early',
        data: { opensOn: '2026-12-07' },
      });
    expect(await exam.officer.api.refused(sittings.issueTickets, { params: exam.params })).toMatchObject({
      code: 'too-early',
    });
    expect(
      await exam.marker.api.refused(results.downloadScoreTemplate, { query: {}, params: exam.params }),
    ).toMatchObject({
      code: 'ticket-not-issued',
    });
    await world.moveTo('2026-12-07', '00:00');
    expect(await Promise.all([anna, bo, chen, guard].map(exam.numberOf))).toEqual([
      '2026121250001',
      '2026121250002',
      '2026121250003',
      '2026121230001',
    ]);
    expect(await codesOf(anna)).toContain('ticket-issued');
    expect(await exam.stageOf(anna)).toBe('ticket-open');
    const again = await Promise.all(
      Array.from({ length: 10 }, () => exam.officer.api.ok(sittings.issueTickets, { params: exam.params })),
    );
    expect(new Set(again.map(({ issued }) => issued))).toEqual(new Set([4]));
    expect((await codesOf(anna)).filter((code) => code === 'ticket-issued')).toHaveLength(1);
    for (const call of [sittings.getTicket, sittings.downloadTicket, sittings.downloadTicketPicture])
      expect(await exam.stranger.api.refused(call, { params: { id: anna.id } })).toMatchObject({ status: 404 });
    expect(await late.person.api.refused(sittings.getTicket, { params: { id: late.id } })).toMatchObject({
      code: 'ticket-not-issued',
    });
  });

  it('prints a ticket whose text is text and whose QR holds without the server', async () => {
    const ticket = await exam.ticketOf(anna);
    expect(ticket).toMatchObject({ name: '安娜', bodyName: '北京安全防范行业协会', offering: { code: 'installer-5' } });
    const sits = (await seats()).filter(({ name }) => name === '安娜');
    expect(
      ticket.sittings.map(({ subject, day, startsAt, siteName, roomName, seat }) => [
        subject,
        `${day} ${startsAt}`,
        `${siteName} ${roomName}`,
        seat,
      ]),
    ).toEqual(sits.map(({ subject, hour, room, seat }) => [subject, hour, room, seat]));
    expect(sits.map(({ subject }) => subject)).toEqual(['theory', 'skill']);
    expect((await anna.person.api.fetch(ticket.photoUrl ?? '')).status).toBe(200);
    const text = readPdfText(await anna.person.api.file(sittings.downloadTicket, { params: { id: anna.id } })).replace(
      /\s/g,
      '',
    );
    for (const part of [ticket.number, '安娜', '亦庄考点', '科谷一街10号院', '理论知识', '五级/初级工', '13910777341'])
      expect(text).toContain(part);
    // the paper is the candidate's own, and is held beside the document
    expect(text).toContain(identityOf(anna.who).documentNumber);
    expect(JSON.stringify(ticket)).not.toContain(identityOf(anna.who).documentNumber);

    const picture = await anna.person.api.file(sittings.downloadTicketPicture, { params: { id: anna.id } });
    expect(await qrIn(picture)).toBe(ticket.qr);

    const [version = '', keyId = '', payload = '', signature = ''] = ticket.qr.split('.');
    const { keys } = await world.stranger.ok(sittings.getVerificationKeys, {});
    const signed = Buffer.from(`${version}.${keyId}.${payload}`);
    const key = Buffer.from(keys[keyId] ?? '', 'hex');
    expect(await verifyAsync(Buffer.from(signature, 'base64url'), signed, key)).toBe(true);
    expect(await verifyAsync(Buffer.from(signature, 'base64url'), signed.subarray(1), key)).toBe(false);
    const said = sittings.TicketToken.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
    expect(said).toEqual({
      kind: 'ticket',
      number: ticket.number,
      name: '安娜',
      bodyId: 'bspia',
      examOn: '2026-12-12',
    });
  });

  it('gives a late payer the next seat and number at once', async () => {
    await world.moveTo('2026-12-08');
    const order = await late.person.api.ok(orders.getOrder, { params: { id: late.id } });
    const body = { method: 'transfer' as const, amountFen: order.totalFen, paidOn: day('2026-11-16') };
    await exam.finance.api.ok(orders.recordReceipt, { params: { id: order.id }, body });
    expect(await exam.officer.api.refused(sittings.issueTickets, { params: exam.params })).toMatchObject({
      code: 'not-seated',
      data: { missing: 1 },
    });
    await world.runJobs();
    const ticket = await exam.ticketOf(late);
    expect(ticket).toMatchObject({ number: '2026121250004', sittings: [{ roomName: '102', seat: 4 }, { seat: 4 }] });
    expect(await exam.duties()).toEqual([]);
  });

  it('takes more rooms for a late payer who finds no seat, and leaves everybody where they sit', async () => {
    const cramped = await openWorld({ day: '2026-11-16' });
    const small = await openExamination(cramped);
    const first = await small.paid('o-first', { name: '先来', order: 1 });
    const last = await small.approved('o-last', { name: '后到', order: 2 });
    expect((await small.setRooms(1)).code).toBe('ok');
    expect(await small.officer.api.ok(sittings.seatSession, { params: small.params })).toEqual({ seated: 1 });
    const claim = { fileId: await uploaded(last.person, 'voucher', await portrait()), paidOn: cramped.today() };
    const order = await last.person.api.ok(orders.getOrder, { params: { id: last.id } });
    await last.person.api.ok(orders.claimTransfer, { params: { id: order.id }, body: claim });
    await cramped.moveTo('2026-12-08');
    const before = await small.ticketOf(first);
    const body = { method: 'transfer' as const, amountFen: order.totalFen, paidOn: day('2026-11-16') };
    await small.finance.api.ok(orders.recordReceipt, { params: { id: order.id }, body });
    await cramped.runJobs();
    const seat = () => small.officer.api.call(sittings.seatSession, { params: small.params });
    expect(await seat()).toMatchObject({ code: 'seats-short', data: { missing: 1 } });
    expect((await small.setRooms(1, 5)).code).toBe('ok');
    expect(await seat()).toMatchObject({ code: 'ok', data: { seated: 2 } });
    expect(await small.officer.api.ok(sittings.issueTickets, { params: small.params })).toEqual({ issued: 2 });
    expect((await small.ticketOf(last)).sittings).toMatchObject([
      { roomName: '102', seat: 1 },
      { roomName: '102', seat: 1 },
    ]);
    expect((await small.ticketOf(first)).sittings).toEqual(before.sittings);
    expect(await small.duties()).toEqual([]);
    await cramped.stop();
  });
});
