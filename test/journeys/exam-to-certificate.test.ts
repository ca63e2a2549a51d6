import { verifyAsync } from '@noble/ed25519';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  applications,
  certificates,
  messages,
  orders,
  overview,
  results,
  sessions,
  sittings,
} from '@jikaotong/shared/contract';
import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { isDuplicate } from '@jikaotong/bff/platform/db';
import { readPdfText } from '../../bff/src/platform/pdf/read-text.testing';
import { longServingGuard } from '../builders/facts';
import { portrait } from '../builders/photos';
import { type Applicant, approvedFor, identityOf, uploaded } from '../support/apply';
import { openSession } from '../support/open-session';
import { type SignedInPerson, candidateByWechat, equipBody, firstAdministrator, staffMember } from '../support/people';
import { type Entries, fillSheet, withRow } from '../support/score-sheet';
import { type World, openWorld } from '../support/world';

const day = localDate;
type Decision = { outcome: 'unchanged' } | { outcome: 'corrected'; points: string };
type Candidate = { person: SignedInPerson; id: string; who: Applicant };

describe('a session from the first seat to the last certificate', () => {
  let world: World;
  let sessionId: string;
  let administrator: SignedInPerson;
  let reviewer: SignedInPerson;
  let finance: SignedInPerson;
  let officer: SignedInPerson;
  let marker: SignedInPerson;
  let checker: SignedInPerson;
  let publisher: SignedInPerson;
  let stranger: SignedInPerson;
  let anna: Candidate;
  let bo: Candidate;
  let chen: Candidate;
  let guard: Candidate;
  let late: Candidate;
  const params = () => ({ id: sessionId });

  const approved = async (openid: string, who: Applicant): Promise<Candidate> => {
    const person = await candidateByWechat(world, openid);
    return { person, id: await approvedFor(person, reviewer, sessionId, who), who };
  };
  const paid = async (openid: string, who: Applicant): Promise<Candidate> => {
    const one = await approved(openid, who);
    const order = await one.person.api.ok(orders.getOrder, { params: { id: one.id } });
    const body = { method: 'cash' as const, amountFen: order.totalFen, paidOn: world.today() };
    await finance.api.ok(orders.recordReceipt, { params: { id: order.id }, body });
    return one;
  };
  const ticketOf = ({ person, id }: Candidate) => person.api.ok(sittings.getTicket, { params: { id } });
  const numberOf = async (one: Candidate) => (await ticketOf(one)).number;
  const resultOf = ({ person, id }: Candidate) => person.api.ok(results.getResult, { params: { id } });
  const stageOf = async ({ person, id }: Candidate) =>
    (await person.api.ok(applications.getApplication, { params: { id } })).progress.stage;
  const toldTo = async ({ person }: Candidate) =>
    (await person.api.ok(messages.listMessages, { query: {} })).items.map(({ code }) => code);
  const seats = async () =>
    (await officer.api.ok(sittings.listSeats, { params: params(), query: { limit: 200 } })).items;
  const counts = () => officer.api.ok(overview.getSessionCounts, { params: params() });
  const duties = async () => (await counts()).duties.map(({ code, dueOn, overdue }) => [code, dueOn, overdue]);
  const setRooms = (...roomSeats: number[]) => {
    const papers = ['installer-5', 'security-manager-3'].flatMap((offeringCode) => [
      { offeringCode, subject: 'theory' as const, startsAt: timeOfDay('09:00'), endsAt: timeOfDay('10:30') },
      { offeringCode, subject: 'skill' as const, startsAt: timeOfDay('13:00'), endsAt: timeOfDay('15:00') },
    ]);
    const rooms = roomSeats.map((count, at) => ({ name: `10${at + 1}`, seats: count }));
    return officer.api.call(sessions.setSessionPlaces, {
      params: params(),
      body: {
        sites: [{ name: '亦庄考点', address: '科谷一街10号院', rooms }],
        papers: papers.map((paper) => ({ ...paper, day: day('2026-12-12'), siteName: '亦庄考点' })),
      },
    });
  };
  const template = () => marker.api.file(results.downloadScoreTemplate, { params: params() });
  const send = (bytes: Buffer) =>
    marker.api.call(results.importScores, { params: params(), file: { bytes, name: '成绩.xlsx' } });
  const sendFilled = async (entries: Entries) => send(await fillSheet(await template(), entries));

  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-15' });
    administrator = await firstAdministrator(world);
    sessionId = await openSession(administrator);
    reviewer = await staffMember(world, administrator, 'shenhe', ['reviewer']);
    finance = await staffMember(world, administrator, 'caiwu', ['finance']);
    officer = await staffMember(world, administrator, 'kaowu', ['exam-officer']);
    marker = await staffMember(world, administrator, 'dengfen', ['score-officer']);
    checker = await staffMember(world, administrator, 'fuhe', ['score-officer']);
    publisher = await staffMember(world, administrator, 'fabu', ['publisher']);
    stranger = await candidateByWechat(world, 'o-stranger');
  });
  afterAll(() => world.stop());

  it('seats those who paid, in one order, all or nobody, and never anew', async () => {
    expect(await officer.api.refused(sittings.seatSession, { params: params() })).toMatchObject({
      code: 'too-early',
      data: { opensOn: '2026-11-16' },
    });
    await world.moveTo('2026-11-16');
    anna = await paid('o-anna', { name: '安娜', order: 1 });
    bo = await paid('o-bo', { name: '薄一', order: 2 });
    const manager = { offeringCode: 'security-manager-3', facts: longServingGuard() };
    guard = await paid('o-guard', { ...manager, name: '郭卫国', order: 3 });
    chen = await paid('o-chen', { name: '陈晨', order: 4 });
    late = await approved('o-late', { name: '池来', order: 5 });
    const order = await late.person.api.ok(orders.getOrder, { params: { id: late.id } });
    const fileId = await uploaded(late.person, 'voucher', await portrait());
    const claim = { fileId, paidOn: world.today() };
    await late.person.api.ok(orders.claimTransfer, { params: { id: order.id }, body: claim });

    expect((await setRooms(2)).code).toBe('ok');
    expect(await officer.api.refused(sittings.seatSession, { params: params() })).toMatchObject({
      code: 'seats-short',
      data: { missing: 2 },
    });
    expect(await seats()).toEqual([]);
    expect((await setRooms(3, 10)).code).toBe('ok');
    expect(await reviewer.api.refused(sittings.seatSession, { params: params() })).toMatchObject({ status: 403 });
    expect(await officer.api.ok(sittings.seatSession, { params: params() })).toEqual({ seated: 4 });
    const given = await seats();
    expect(given.map((one) => [one.name, one.subject, one.roomName, one.seat])).toEqual([
      ['安娜', 'theory', '101', 1],
      ['薄一', 'theory', '101', 2],
      ['陈晨', 'theory', '101', 3],
      ['安娜', 'skill', '101', 1],
      ['薄一', 'skill', '101', 2],
      ['陈晨', 'skill', '101', 3],
      ['郭卫国', 'theory', '102', 1],
      ['郭卫国', 'skill', '102', 1],
    ]);
    await officer.api.ok(sittings.seatSession, { params: params() });
    expect(await seats()).toEqual(given);
    expect((await setRooms(30)).code).toBe('wrong-state');
    const page = await officer.api.ok(sittings.listSeats, { params: params(), query: { limit: 5 } });
    const rest = await officer.api.ok(sittings.listSeats, { params: params(), query: { cursor: page.next ?? '' } });
    expect([...page.items, ...rest.items]).toEqual(given);
    const doubled = world.db.tx((h) => h.run("UPDATE sitting SET seat = 1 WHERE subject = 'theory'"));
    expect(isDuplicate(await doubled.catch((error: unknown) => error), 'uq_sitting_seat')).toBe(true);
  });

  it('shows no ticket before its day, and on its day gives everybody hers by itself', async () => {
    await world.moveTo('2026-12-06', '23:59');
    expect(await duties()).toEqual(
      [['confirm-transfers', '2026-12-04', true]].concat([['issue-tickets', '2026-12-07', false]]),
    );
    for (const one of [anna, late])
      expect(await one.person.api.refused(sittings.getTicket, { params: { id: one.id } })).toMatchObject({
        code: 'too-early',
        data: { opensOn: '2026-12-07' },
      });
    expect(await officer.api.refused(sittings.issueTickets, { params: params() })).toMatchObject({ code: 'too-early' });
    expect(await marker.api.refused(results.downloadScoreTemplate, { params: params() })).toMatchObject({
      code: 'ticket-not-issued',
    });
    await world.moveTo('2026-12-07', '00:00');
    expect(await Promise.all([anna, bo, chen, guard].map(numberOf))).toEqual([
      '2026121250001',
      '2026121250002',
      '2026121250003',
      '2026121230001',
    ]);
    expect(await toldTo(anna)).toContain('ticket-issued');
    expect(await stageOf(anna)).toBe('ticket-open');
    const again = await Promise.all(
      Array.from({ length: 10 }, () => officer.api.ok(sittings.issueTickets, { params: params() })),
    );
    expect(new Set(again.map(({ issued }) => issued))).toEqual(new Set([4]));
    expect((await toldTo(anna)).filter((code) => code === 'ticket-issued')).toHaveLength(1);
    for (const call of [sittings.getTicket, sittings.downloadTicket])
      expect(await stranger.api.refused(call, { params: { id: anna.id } })).toMatchObject({ status: 404 });
    expect(await late.person.api.refused(sittings.getTicket, { params: { id: late.id } })).toMatchObject({
      code: 'ticket-not-issued',
    });
  });

  it('prints a ticket whose text is text and whose QR holds without the server', async () => {
    const ticket = await ticketOf(anna);
    expect(ticket).toMatchObject({ name: '安娜', bodyName: '北京安全防范行业协会', offering: { code: 'installer-5' } });
    expect(ticket.sittings.map(({ subject, startsAt, roomName, seat }) => [subject, startsAt, roomName, seat])).toEqual(
      [
        ['theory', '09:00', '101', 1],
        ['skill', '13:00', '101', 1],
      ],
    );
    expect((await anna.person.api.fetch(ticket.photoUrl)).status).toBe(200);
    const text = readPdfText(await anna.person.api.file(sittings.downloadTicket, { params: { id: anna.id } })).replace(
      /\s/g,
      '',
    );
    for (const part of [ticket.number, '安娜', '亦庄考点', '科谷一街10号院', '理论知识', '五级/初级工', '13910777341'])
      expect(text).toContain(part);
    expect(text).not.toContain(identityOf(anna.who).documentNumber);

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
    await finance.api.ok(orders.recordReceipt, { params: { id: order.id }, body });
    expect(await officer.api.refused(sittings.issueTickets, { params: params() })).toMatchObject({
      code: 'not-seated',
      data: { missing: 1 },
    });
    await world.runJobs();
    const ticket = await ticketOf(late);
    expect(ticket).toMatchObject({ number: '2026121250004', sittings: [{ roomName: '102', seat: 2 }, { seat: 2 }] });
    expect(await duties()).toEqual([]);
  });

  it('takes marks from the last exam day on, a whole sheet or none of it', async () => {
    const [a, b, c, g, l] = await Promise.all([anna, bo, chen, guard, late].map(numberOf));
    if (!a || !b || !c || !g || !l) throw new Error('somebody has no number');
    await world.moveTo('2026-12-11', '08:59');
    expect(await toldTo(anna)).not.toContain('exam-reminder');
    await world.moveTo('2026-12-11');
    const told = (await anna.person.api.ok(messages.listMessages, { query: {} })).items[0];
    const data = { examOn: '2026-12-12', startsAt: '09:00', siteName: '亦庄考点' };
    expect(told).toMatchObject({ code: 'exam-reminder', data });
    expect(await sendFilled({})).toMatchObject({ code: 'too-early', data: { opensOn: '2026-12-12' } });
    await world.moveTo('2026-12-12', '18:00');
    expect(await duties()).toEqual([['import-scores', '2026-12-18', false]]);
    expect((await send(await portrait())).code).toBe('file-refused');
    const wrong = await fillSheet(await template(), {
      [a]: { 姓名: '安娜娜', 理论知识: 101 },
      [b]: { 理论知识: '59.555', 操作技能: '缺考 60' },
    });
    const refused = await send(await withRow(await withRow(wrong, ['2026121259999', '', '', 60]), [c, '', '', 60]));
    expect(refused.code).toBe('sheet-refused');
    expect(refused.data).toMatchObject({
      problems: [
        { row: 6, column: '理论知识', code: 'not-a-score', value: '101' },
        { row: 6, column: '姓名', code: 'name-mismatch' },
        { row: 7, column: '理论知识', code: 'not-a-score', value: '59.555' },
        { row: 7, column: '操作技能', code: 'not-a-score', value: '缺考 60' },
        { code: 'ticket-unknown', value: '2026121259999' },
        { code: 'ticket-twice', value: c },
      ].map((problem) => expect.objectContaining(problem)),
    });
    expect((await counts()).scored).toBe(0);

    const entries = {
      [a]: { 理论知识: 86.5, 操作技能: '90' },
      [b]: { 理论知识: '59.99', 操作技能: '60.00' },
      [c]: { 理论知识: '缺考', 操作技能: '缺考' },
      [g]: { 理论知识: 60, 操作技能: 100 },
    };
    expect((await sendFilled(entries)).data).toEqual({ recorded: 8, unchanged: 0, absent: 2 });
    expect((await sendFilled({ ...entries, [a]: { 理论知识: 87 } })).data).toEqual({
      recorded: 1,
      unchanged: 6,
      absent: 0,
    });
    const listed = await publisher.api.ok(results.listScores, { params: params(), query: {} });
    expect(listed.complete).toBe(false);
    expect(listed.items.map(({ ticketNumber, recordedBy }) => [ticketNumber, recordedBy])).toEqual([
      [g, 'dengfen'],
      [a, 'dengfen'],
      [b, 'dengfen'],
      [c, 'dengfen'],
      [l, null],
    ]);
    expect(listed.items[1]?.subjects).toEqual([
      { subject: 'theory', points: '87', absent: false, passed: true },
      { subject: 'skill', points: '90', absent: false, passed: true },
    ]);
    expect(listed.items[3]?.subjects[0]).toEqual({ subject: 'theory', points: null, absent: true, passed: false });
    expect(await publisher.api.refused(results.publishResults, { params: params() })).toMatchObject({
      code: 'too-early',
      data: { opensOn: '2026-12-13' },
    });
    await world.moveTo('2026-12-14');
    expect(await publisher.api.refused(results.publishResults, { params: params() })).toMatchObject({
      code: 'results-incomplete',
      data: { missing: 2 },
    });
    expect((await sendFilled({ [l]: { 理论知识: 70, 操作技能: 71 } })).code).toBe('ok');
    expect(await duties()).toEqual([['publish-results', '2026-12-18', false]]);
  });

  it('publishes once, on a day from which publicity counts', async () => {
    expect(await anna.person.api.refused(results.getResult, { params: { id: anna.id } })).toMatchObject({
      code: 'not-published',
    });
    expect(await world.stranger.refused(results.getPublicity, { params: params(), query: {} })).toMatchObject({
      code: 'not-published',
    });
    await world.moveTo('2026-12-18');
    expect(await marker.api.refused(results.publishResults, { params: params() })).toMatchObject({ status: 403 });
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => publisher.api.call(results.publishResults, { params: params() })),
    );
    const yes = answers.filter(({ code }) => code === 'ok');
    expect(yes.map(({ data }) => data)).toEqual([
      { publishedOn: '2026-12-18', publicityCloses: '2026-12-29', candidates: 5 },
    ]);
    expect(new Set(answers.filter(({ code }) => code !== 'ok').map(({ code }) => code))).toEqual(
      new Set(['already-published']),
    );
    expect(await sendFilled({})).toMatchObject({ code: 'already-published' });
    expect((await toldTo(anna)).filter((code) => code === 'results-published')).toHaveLength(1);

    expect(await resultOf(anna)).toMatchObject({
      publishedOn: '2026-12-18',
      outcome: 'passed',
      kept: [],
      review: { opens: '2026-12-18', closes: '2026-12-29', source: { clause: '三（五）1' } },
    });
    expect(await resultOf(bo)).toMatchObject({
      outcome: 'failed',
      subjects: [
        { subject: 'theory', points: '59.99', passed: false },
        { subject: 'skill', points: '60', passed: true },
      ],
      kept: [{ subject: 'skill', until: '2027-12-18', source: { clause: '三（六）' } }],
    });
    expect(await resultOf(chen)).toMatchObject({ outcome: 'absent', kept: [] });
    expect(await stageOf(bo)).toBe('in-publicity');
    expect(await stranger.api.refused(results.getResult, { params: { id: anna.id } })).toMatchObject({ status: 404 });

    const list = await world.stranger.ok(results.getPublicity, { params: params(), query: { limit: 3 } });
    expect(list).toMatchObject({ opens: '2026-12-18', closes: '2026-12-29' });
    expect(list.items.map(({ nameMasked, passed }) => [nameMasked, passed])).toEqual([
      ['郭*国', true],
      ['安*', true],
      ['薄*', false],
    ]);
    const rest = await world.stranger.ok(results.getPublicity, {
      params: params(),
      query: { cursor: list.next ?? '' },
    });
    expect(rest.items).toHaveLength(2);
    expect(JSON.stringify(list.items)).not.toMatch(/安娜|薄一|110105/);
  });

  it('checks a mark again on request: once at a time, by somebody else, and only a correction changes it', async () => {
    const ask = ({ person, id }: Candidate, subject: 'theory' | 'skill' | 'review') =>
      person.api.call(results.askScoreReview, { params: { id }, body: { subject, reason: '与估分差距较大' } });
    expect((await ask(bo, 'review')).code).toBe('wrong-state');
    expect((await ask({ ...bo, person: stranger }, 'theory')).code).toBe('not-found');
    const asked = await Promise.all([ask(bo, 'theory'), ask(bo, 'theory')]);
    expect(asked.map(({ code }) => code).toSorted()).toEqual(['ok', 'review-open']);
    expect((await ask(chen, 'skill')).code).toBe('ok');
    expect(await stageOf(bo)).toBe('score-review');
    expect(await duties()).toEqual([['decide-score-reviews', '2026-12-29', false]]);

    const { items } = await checker.api.ok(results.listScoreReviews, { params: params() });
    expect(items.map(({ name, points, state }) => [name, points, state])).toEqual([
      ['薄一', '59.99', 'open'],
      ['陈晨', null, 'open'],
    ]);
    const [first, second] = items;
    if (!first || !second) throw new Error('a review is missing');
    const decide = (who: SignedInPerson, id: string, decision: Decision) =>
      who.api.call(results.decideScoreReview, { params: { id }, body: { reason: '重新核算', ...decision } });
    const corrected = { outcome: 'corrected', points: '60.5' } as const;
    expect((await decide(marker, first.id, corrected)).code).toBe('same-marker');
    expect((await decide(checker, first.id, { outcome: 'corrected', points: '100.01' })).code).toBe('invalid-input');
    expect((await decide(checker, first.id, { outcome: 'corrected', points: '59.99' })).code).toBe('invalid-input');
    expect((await decide(checker, first.id, corrected)).data).toMatchObject({
      state: 'corrected',
      points: '60.5',
      ledger: [{ code: 'asked' }, { code: 'decided-corrected', reason: '重新核算' }],
    });
    expect((await decide(checker, first.id, corrected)).code).toBe('wrong-state');
    expect(await resultOf(bo)).toMatchObject({ outcome: 'passed', kept: [], scoreReviews: [{ state: 'corrected' }] });
    expect(await toldTo(bo)).toContain('score-review-decided');
    const versions = await world.db.read((h) =>
      h.query<{ n: number | string }>('SELECT COUNT(*) AS n FROM result WHERE application_id = ?', [bo.id]),
    );
    expect(Number(versions[0]?.n)).toBe(3);

    await world.moveTo('2026-12-29');
    expect(await publisher.api.refused(certificates.issueCertificates, { params: params() })).toMatchObject({
      code: 'publicity-open',
      data: { until: '2026-12-29' },
    });
    await world.moveTo('2026-12-30', '00:00');
    expect(await ask(anna, 'theory')).toMatchObject({ code: 'too-late', data: { closedOn: '2026-12-29' } });
    expect(await world.stranger.refused(results.getPublicity, { params: params(), query: {} })).toMatchObject({
      code: 'too-late',
      data: { closedOn: '2026-12-29' },
    });
    expect(await publisher.api.refused(certificates.issueCertificates, { params: params() })).toMatchObject({
      code: 'review-open',
    });
    expect((await decide(checker, second.id, { outcome: 'unchanged' })).data).toMatchObject({ state: 'unchanged' });
    expect(await resultOf(chen)).toMatchObject({ outcome: 'absent' });
  });

  it('issues certificates once, numbered without gap or twin', async () => {
    expect(await duties()).toEqual([['issue-certificates', null, false]]);
    expect(await publisher.api.refused(certificates.issueCertificates, { params: params() })).toMatchObject({
      code: 'number-pattern-wrong',
    });
    await equipBody(world, administrator);
    const issued = await Promise.all(
      Array.from({ length: 20 }, () => publisher.api.ok(certificates.issueCertificates, { params: params() })),
    );
    expect(issued.map((answer) => answer.issued).toSorted()).toEqual([...Array.from({ length: 19 }, () => 0), 4]);
    const { items } = await publisher.api.ok(certificates.listSessionCertificates, { params: params(), query: {} });
    expect(items.map(({ number, name }) => [number, name])).toEqual([
      ['S000011000123263000001', '郭卫国'],
      ['S000011000123265000001', '安娜'],
      ['S000011000123265000002', '薄一'],
      ['S000011000123265000003', '池来'],
    ]);
    const doubled = world.db.tx((h) => h.run('UPDATE certificate SET number = ?', ['S000011000123265000001']));
    expect(isDuplicate(await doubled.catch((error: unknown) => error), 'uq_certificate_number')).toBe(true);
    expect((await toldTo(anna)).filter((code) => code === 'certificate-issued')).toHaveLength(1);
    expect(await stageOf(anna)).toBe('certified');
    expect(await chen.person.api.refused(certificates.getCertificate, { params: { id: chen.id } })).toMatchObject({
      status: 404,
    });
    expect(await counts()).toMatchObject({ paid: 5, ticketed: 5, scored: 5, published: 5, certified: 4, duties: [] });
  });

  it('lets anybody check a certificate, and tells a guesser nothing', async () => {
    const own = await anna.person.api.ok(certificates.getCertificate, { params: { id: anna.id } });
    expect(own).toMatchObject({ state: 'issued', name: '安娜', lookupUrl: 'http://jndj.osta.org.cn' });
    expect(await stranger.api.refused(certificates.getCertificate, { params: { id: anna.id } })).toMatchObject({
      status: 404,
    });
    const pdf = await anna.person.api.file(certificates.downloadCertificate, { params: { id: anna.id } });
    expect(readPdfText(pdf)).toContain(own.number);

    const { call, ok } = world.stranger;
    const verified = await ok(certificates.verifyCertificate, { query: { token: own.qr } });
    expect(verified).toEqual({
      number: own.number,
      state: 'issued',
      nameMasked: '安*',
      occupation: '安全防范系统安装维护员',
      level: 5,
      bodyName: '北京安全防范行业协会',
      issuedOn: '2026-12-30',
    });
    const typed = { number: ` ${own.number.toLowerCase()} `, name: '安娜' };
    expect(await ok(certificates.verifyCertificate, { query: typed })).toEqual(verified);
    const guesses = [
      { number: own.number, name: '安妮' },
      { number: own.number.replace(/1$/, '9'), name: '安娜' },
    ];
    for (const query of guesses)
      expect(await call(certificates.verifyCertificate, { query })).toMatchObject({
        code: 'not-found',
        data: undefined,
      });
    const { qr } = await ticketOf(anna);
    for (const token of [`${own.qr.slice(0, -2)}AA`, qr, 'v1.x.y.z'])
      expect((await call(certificates.verifyCertificate, { query: { token } })).code).toBe('token-invalid');

    await world.db.tx((h) => h.run("UPDATE certificate SET state = 'void' WHERE number = ?", [own.number]));
    expect(await ok(certificates.verifyCertificate, { query: { token: own.qr } })).toMatchObject({ state: 'void' });
  });
});
