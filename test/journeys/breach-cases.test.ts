import { noticeVersionRecord } from '../../bff/src/features/notices/notice.record';
import { applications, bans, breachCases as cases, orders, results } from '@jikaotong/shared/contract';
import { banList, breachList, peopleCaseList } from '@jikaotong/shared/lists';
import { localDate } from '@jikaotong/shared/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Candidate, type Examination, openExamination } from '../support/examination';
import { openSession } from '../support/open-session';
import { type SignedInPerson, bspia, candidateByWechat, staffMember } from '../support/people';
import { approvedFor, handInRefused, handedIn, readyDraft } from '../support/apply';
import { type World, openWorld } from '../support/world';

const JANUARY = {
  name: '2026年12月第二批',
  examStart: localDate('2026-12-26'),
  examEnd: localDate('2026-12-26'),
  applicationOpens: localDate('2026-12-13'),
  applicationCloses: localDate('2026-12-18'),
  paymentCloses: localDate('2026-12-18'),
};

describe('a breach of each weight, from the record to what is final', () => {
  let world: World;
  let exam: Examination;
  let second: SignedInPerson;
  let third: SignedInPerson;
  let mild: Candidate;
  let cheat: Candidate;
  let grave: Candidate;
  let next: string;
  let waiting: string;
  let twin: Candidate;
  let owing: Candidate;

  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    // B26 prints no consequences of breaches: it adopts those of S25 (annex 2)
    await world.db.tx(async (h) => {
      const all = await h.repo(noticeVersionRecord).find();
      const contentOf = (noticeId: string) =>
        Object(all.find((one) => one.noticeId === noticeId)?.content) as Record<string, unknown>;
      const { conduct } = contentOf('shqbxh-2025-certification');
      const content = { ...contentOf('bspia-2026-certification'), conduct };
      await h.repo(noticeVersionRecord).update({ noticeId: 'bspia-2026-certification' }, { content });
    });
    exam = await openExamination(world);
    second = await staffMember(world, exam.administrator, 'kaowu2', ['exam-officer']);
    third = await staffMember(world, exam.administrator, 'kaowu3', ['exam-officer']);
    next = await openSession(exam.administrator, JANUARY);
    mild = await exam.paid('o-mild', { name: '轻微', order: 1 });
    cheat = await exam.paid('o-cheat', { name: '舞弊', order: 2 });
    grave = await exam.paid('o-grave', { name: '顶替', order: 3 });
    await world.moveTo('2026-12-12', '18:00');
    const numbers = await Promise.all([mild, cheat, grave].map(exam.numberOf));
    await exam.takeFilled(Object.fromEntries(numbers.map((number) => [number, { 理论知识: 90, 操作技能: 90 }])));
    await world.moveTo('2026-12-13');
    // two more of the body's sessions that one of them is to be examined in: one application waits, the other is paid for
    const on = (day: string) => ({
      applicationCloses: localDate('2026-12-25'),
      paymentCloses: localDate('2026-12-26'),
      examStart: localDate(day),
      examEnd: localDate(day),
    });
    waiting = await openSession(exam.administrator, { ...JANUARY, ...on('2026-12-30'), name: '等审核的一批' });
    const paidFor = await openSession(exam.administrator, { ...JANUARY, ...on('2026-12-29'), name: '已缴费的一批' });
    const who = { name: '舞弊', order: 2 };
    twin = { person: cheat.person, id: (await handedIn(cheat.person, waiting, who)).id, who };
    const owed = await openSession(exam.administrator, { ...JANUARY, ...on('2026-12-28'), name: '没缴费的一批' });
    owing = { person: cheat.person, id: await approvedFor(cheat.person, exam.reviewer, owed, who), who };
    await exam.pay({ person: cheat.person, id: await approvedFor(cheat.person, exam.reviewer, paidFor, who) });
  });
  afterAll(() => world.stop());

  const open = (one: Candidate, body: Parameters<typeof callOpen>[1]) => callOpen(one, body);
  const callOpen = (
    { id }: Candidate,
    body: { item: string; facts: string; subject?: 'theory' | 'skill'; witness?: string; warned?: true },
  ) => exam.officer.api.call(cases.openBreach, { params: { id }, body });
  const idOf = (reply: { data: unknown }) => (reply.data as { id: string }).id;
  const read = ({ person }: Candidate, id: string) => person.api.ok(cases.getBreach, { params: { id } });
  const decided = async (id: string, more: { severity?: 'light' | 'serious'; drops?: boolean } = {}) => {
    const params = { id };
    await exam.officer.api.ok(cases.notifyBreach, { params });
    await world.moveTo(dayAfter(world.today(), 6));
    const body = { drops: false, reason: '监控录像和监考记录', ...more };
    await exam.officer.api.ok(cases.proposeBreach, { params, body });
    return second.api.ok(cases.confirmBreach, { params, body: { agrees: true } });
  };
  const resultOf = async ({ person, id }: Candidate) => {
    const { subjects, outcome } = await person.api.ok(results.getResult, { params: { id } });
    return [outcome, ...subjects.map(({ cancelled }) => (cancelled ? 'cancelled' : 'counts'))];
  };

  it('is recorded by what is printed: after a warning where that is printed, with a subject where one is cancelled', async () => {
    const { items } = await exam.officer.api.ok(cases.listBreachItems, { params: { id: mild.id }, query: {} });
    expect(items).toHaveLength(16);
    expect((await open(mild, { item: 'tier-9-1', facts: '…' })).code).toBe('wrong-state');
    expect((await open(mild, { item: 'tier-1-1', facts: '桌上有手机', subject: 'theory' })).code).toBe(
      'warning-needed',
    );
    expect((await open(mild, { item: 'tier-1-1', facts: '桌上有手机', warned: true })).code).toBe('wrong-state');
    const opened = await open(mild, {
      item: 'tier-1-1',
      facts: '桌上有手机，提醒两次没有收起',
      subject: 'theory',
      warned: true,
      witness: '李师傅',
    });
    expect(opened.data).toMatchObject({ state: 'recorded', source: 'later', name: '轻微', witness: '李师傅' });
    expect((await mild.person.api.refused(cases.getBreach, { params: { id: idOf(opened) } })).status).toBe(404);
  });

  it('is heard, proposed by one and decided by another; the subject alone is cancelled', async () => {
    const [row] = (await exam.officer.api.ok(breachList.rows, { params: bspia, query: {} })).items;
    const id = row?.id ?? '';
    const params = { id };
    await exam.officer.api.ok(cases.notifyBreach, { params });
    expect((await exam.toldTo(mild))[0]).toMatchObject({
      code: 'breach-notified',
      data: { statementUntil: '2026-12-18' },
    });
    const propose = (drops = false) =>
      exam.officer.api.call(cases.proposeBreach, { params, body: { drops, reason: '监考记录' } });
    expect(await propose()).toMatchObject({ code: 'too-early', data: { opensOn: '2026-12-19' } });
    expect(await read(mild, id)).toMatchObject({
      mayState: true,
      facts: '桌上有手机，提醒两次没有收起',
      penalty: null,
    });
    const stranger = await candidateByWechat(world, 'o-nobody');
    expect((await stranger.api.refused(cases.getBreach, { params })).status).toBe(404);
    await mild.person.api.ok(cases.stateToBreach, { params, body: { words: '手机已经关机' } });
    const again = { params, body: { words: '再说一次' } };
    expect((await mild.person.api.refused(cases.stateToBreach, again)).code).toBe('wrong-state');
    expect((await propose()).code).toBe('ok');
    const agree = { params, body: { agrees: true } };
    expect((await exam.officer.api.refused(cases.confirmBreach, agree)).code).toBe('breach-by-another');
    // two at once: one decides, the other hears that it is decided
    const both = await Promise.all([
      second.api.call(cases.confirmBreach, agree),
      third.api.call(cases.confirmBreach, agree),
    ]);
    expect(both.map(({ code }) => code).toSorted()).toEqual(['ok', 'wrong-state']);
    await world.moveTo('2026-12-18');
    await exam.publish();
    expect(await resultOf(mild)).toEqual(['failed', 'cancelled', 'counts']);
    expect(await read(mild, id)).toMatchObject({ state: 'decided', penalty: { banUntil: null }, mayAppeal: true });
  });

  it('of the second weight keeps the person away for the rest of the year, found after publication too', async () => {
    const opened = await open(cheat, { item: 'tier-2-2', facts: '雷同卷' });
    const id = idOf(opened);
    expect(await resultOf(cheat)).toEqual(['passed', 'counts', 'counts']);
    await decided(id);
    expect(await resultOf(cheat)).toEqual(['failed', 'cancelled', 'cancelled']);
    expect(await read(cheat, id)).toMatchObject({
      state: 'decided',
      penalty: { cancels: 'all-subjects', banFrom: '2026-12-24', banUntil: '2026-12-31' },
      appealUntil: '2027-01-08',
    });
    expect((await exam.toldTo(cheat))[0]).toMatchObject({ code: 'breach-decided', data: { banUntil: '2026-12-31' } });
  });

  it('of the third weight keeps the person away for years, whatever account applies; an appeal takes it all back', async () => {
    const id = idOf(await open(grave, { item: 'tier-3-4', facts: '由他人冒名顶替' }));
    const params = { id };
    await exam.officer.api.ok(cases.notifyBreach, { params });
    await grave.person.api.ok(cases.stateToBreach, { params, body: { words: '没有这回事' } });
    const body = { drops: false, reason: '人脸比对不符' };
    expect((await exam.officer.api.refused(cases.proposeBreach, { params, body })).code).toBe('severity-needed');
    const light = { ...body, severity: 'light' as const };
    await exam.officer.api.ok(cases.proposeBreach, { params, body: light });
    const sentBack = await second.api.ok(cases.confirmBreach, { params, body: { agrees: false } });
    expect(sentBack).toMatchObject({ state: 'notified', proposal: null });
    await exam.officer.api.ok(cases.proposeBreach, { params, body: light });
    await second.api.ok(cases.confirmBreach, { params, body: { agrees: true } });
    expect(await read(grave, id)).toMatchObject({ penalty: { banUntil: '2028-12-24' } });

    const later = await openSession(exam.administrator, {
      ...JANUARY,
      name: '补一批',
      applicationOpens: localDate('2026-12-20'),
      applicationCloses: localDate('2026-12-24'),
      paymentCloses: localDate('2026-12-24'),
      examStart: localDate('2026-12-31'),
      examEnd: localDate('2026-12-31'),
    });
    expect(next).not.toBe(later);
    const begin = { body: { sessionId: later, offeringCode: 'installer-5' } };
    expect(await grave.person.api.refused(applications.createApplication, begin)).toMatchObject({
      code: 'banned',
      data: { until: '2028-12-24', breachId: id, source: { clause: '附件2四' } },
    });
    const other = await candidateByWechat(world, 'o-other-account');
    const draft = await readyDraft(other, later, { name: '顶替', order: 3 });
    expect(await handInRefused(other, draft.id)).toMatchObject({ code: 'banned', data: { until: '2028-12-24' } });

    await grave.person.api.ok(cases.appealBreach, { params, body: { words: '本人有在场证明' } });
    const settle = { params, body: { stands: false, reason: '经复核，系录入错误' } };
    expect((await second.api.refused(cases.decideBreachAppeal, settle)).code).toBe('breach-by-another');
    await third.api.ok(cases.decideBreachAppeal, settle);
    expect(await resultOf(grave)).toEqual(['passed', 'counts', 'counts']);
    expect((await grave.person.api.call(applications.createApplication, begin)).code).toBe('ok');
  });

  it('ends what the person has under way: an open order is owed no more, and of what is paid staff get a case', async () => {
    const [running] = (await exam.officer.api.ok(banList.rows, { params: bspia, query: { state: 'standing' } })).items;
    expect(running).toMatchObject({ name: '舞弊', untilDay: '2026-12-31', state: 'standing', ofCase: true });
    expect(await exam.officer.api.ok(bans.getBan, { params: { id: running?.id ?? '' } })).toMatchObject({
      name: '舞弊',
      source: { clause: '附件2三' },
      lifting: null,
    });
    expect([await exam.stageOf(twin), await exam.stageOf(owing)]).toEqual(['rejected', 'rejected']);
    const order = await owing.person.api.ok(orders.getOrder, { params: { id: owing.id } });
    expect(order.state).toBe('cancelled');
    expect((await exam.toldTo(twin)).map(({ code }) => code)).toContain('application-rejected');
    const { items } = await exam.reviewer.api.ok(peopleCaseList.rows, {
      params: bspia,
      query: { kind: 'banned-paid' },
    });
    expect(items.map(({ name }) => name)).toEqual(['舞弊']);
  });

  it('ends before its day only by two, and the person hears so', async () => {
    const [running] = (await exam.officer.api.ok(banList.rows, { params: bspia, query: { state: 'standing' } })).items;
    const params = { id: running?.id ?? '' };
    const agree = { params, body: { agrees: true } };
    const begin = { body: { sessionId: waiting, offeringCode: 'installer-5' } };
    expect((await cheat.person.api.refused(applications.createApplication, begin)).code).toBe('banned');
    expect((await second.api.refused(bans.confirmLifting, agree)).code).toBe('wrong-state');
    await exam.officer.api.ok(bans.proposeLifting, { params, body: { reason: '情节轻微，已改正' } });
    const again = { params, body: { reason: '再说一次' } };
    expect((await second.api.refused(bans.proposeLifting, again)).code).toBe('wrong-state');
    expect((await exam.officer.api.refused(bans.confirmLifting, agree)).code).toBe('breach-by-another');
    expect(await second.api.ok(bans.confirmLifting, { params, body: { agrees: false } })).toMatchObject({
      state: 'standing',
      lifting: null,
    });
    await exam.officer.api.ok(bans.proposeLifting, { params, body: { reason: '情节轻微，已改正' } });
    const both = await Promise.all([
      second.api.call(bans.confirmLifting, agree),
      third.api.call(bans.confirmLifting, agree),
    ]);
    expect(both.map(({ code }) => code).toSorted()).toEqual(['ok', 'wrong-state']);
    expect((await exam.toldTo(cheat))[0]).toMatchObject({ code: 'ban-lifted' });
    const [, cheated] = (await exam.officer.api.ok(breachList.rows, { params: bspia, query: {} })).items;
    expect(await read(cheat, cheated?.id ?? '')).toMatchObject({ banLiftedOn: '2026-12-24' });
    expect((await cheat.person.api.call(applications.createApplication, begin)).code).toBe('ok');
  });

  it('is final once nobody appealed in time, and says so', async () => {
    const [, cheated] = (await exam.officer.api.ok(breachList.rows, { params: bspia, query: {} })).items;
    await world.moveTo('2027-01-08');
    const id = cheated?.id ?? '';
    expect(await read(cheat, id)).toMatchObject({ state: 'decided', mayAppeal: true });
    await world.moveTo('2027-01-09');
    expect(await read(cheat, id)).toMatchObject({ state: 'final', mayAppeal: false });
    const late = { params: { id }, body: { words: '我要申诉' } };
    expect((await cheat.person.api.refused(cases.appealBreach, late)).code).toBe('too-late');
  });
});

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
