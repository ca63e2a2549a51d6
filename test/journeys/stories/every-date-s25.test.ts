import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  applications,
  collections,
  objections,
  overview,
  results,
  retakes,
  sessions,
  slips,
} from '@jikaotong/shared/contract';
import { localDate } from '@jikaotong/shared/kernel';
import { certificateList } from '@jikaotong/shared/lists';
import { refusalSentence } from '@jikaotong/shared/words';
import { actOn } from '../../support/act-on';
import { cancelWithPaid } from '../../support/cancelled-with-forty';
import { confirmSlip, openS25, prefilled, shqbxh } from '../../support/counter';
import { type Examined, type NoticeStory, idIn, openNoticeStory, spansOf } from '../../support/notice-story';
import { patience } from '../../support/patience';
import { voidedAndReplaced } from '../../support/public-marks';
import { candidateByPhone } from '../../support/people';

const offeringCode = 'security-manager-3';
const row = (name: string, examOn: string, opens: string, closes: string, payBy: string) => ({
  name,
  examOn,
  opens,
  closes,
  payBy,
  offeringCodes: [offeringCode],
});

describe('S25, every printed date of one session', () => {
  let story: NoticeStory;
  let july: string;
  let september: string;
  let people = 0;
  let gu: Examined;
  let ming: Examined;
  let fei: Examined;
  let shi: Examined;
  let warned: Examined;
  let cheat: Examined;
  let grave: Examined;
  let late: Examined;
  let again: Examined;
  let january: string;
  const params = () => ({ id: july });

  const atCounter = (one: Examined) => confirmSlip(story.reviewer, one);
  const begun = async (name: string, sessionId: string): Promise<Examined> => {
    people += 1;
    const person = await candidateByPhone(story.world, `139000${String(people).padStart(5, '0')}`);
    return { person, id: (await prefilled(person, sessionId, { name, order: people })).id, name };
  };
  const approved = async (name: string, sessionId: string): Promise<Examined> => {
    const one = await begun(name, sessionId);
    expect((await atCounter(one)).code).toBe('ok');
    await story.approve(one);
    return one;
  };
  const paid = async (name: string, sessionId: string): Promise<Examined> => {
    const one = await approved(name, sessionId);
    await story.received(one, 'transfer');
    return one;
  };
  beforeAll(async () => {
    story = await openNoticeStory({ body: shqbxh, day: '2025-05-15' });
    july = await openS25(
      story.administrator,
      row('2025年7月批次', '2025-07-19', '2025-05-16', '2025-06-15', '2025-06-20'),
    );
    september = await openS25(
      story.administrator,
      row('2025年9月批次', '2025-09-20', '2025-07-16', '2025-08-15', '2025-08-20'),
    );
  });
  afterAll(() => story.world.stop());

  it('gives every window its days, and has neither publicity nor review', async () => {
    const spans = spansOf((await story.world.stranger.ok(sessions.getSession, { params: params() })).windows);
    expect(spans).toMatchObject({
      application: ['2025-05-16', '2025-06-15'],
      payment: ['2025-05-21', '2025-06-20'],
      ticket: ['2025-07-12', '2025-07-19'],
      results: [null, '2025-08-15'],
    });
    expect([spans['publicity'], spans['review']]).toEqual([undefined, undefined]);
  });

  it('takes applications at the counter from 05-16 to 06-15, on its Fridays', async () => {
    const { world } = story;
    const early = await candidateByPhone(world, '13800000001');
    const start = { body: { sessionId: july, offeringCode } };
    expect(await early.api.refused(applications.createApplication, start)).toMatchObject({
      code: 'too-early',
      data: { opensOn: '2025-05-16' },
    });
    await world.moveTo('2025-06-13', '10:00');
    gu = await approved('顾卫民', july);
    ming = await approved('明理', july);
    fei = await approved('费心', july);
    shi = await approved('石坚', july);
    warned = await approved('万提', july);
    cheat = await approved('舞弊', july);
    grave = await approved('顶替', july);
    late = await approved('后查', july);
    const slow = await begun('迟来', july);
    await world.moveTo('2025-06-16', '10:00');
    const slip = await slow.person.api.refused(slips.createSlip, { params: { id: slow.id } });
    expect(slip).toMatchObject({ code: 'counter-window', data: { when: 'after', closedOn: '2025-06-15' } });
  });

  it('is paid from 05-21 until the money is there on 06-20', async () => {
    const { world } = story;
    for (const one of [gu, ming, fei, shi, warned, cheat, grave]) await story.received(one, 'transfer');
    await world.moveTo('2025-06-20', '23:00');
    expect(await story.stageOf(late)).toBe('to-pay');
    await story.received(late, 'transfer');
    await world.moveTo('2025-06-21', '03:00');
    expect([await story.stageOf(late), await story.stageOf(gu)]).toEqual(['paid', 'paid']);
  });

  it('opens the ticket on 07-12, a week before', async () => {
    const { world } = story;
    const ticket = () => story.askTicket(gu);
    await world.moveTo('2025-07-11', '23:00');
    expect(await ticket()).toMatchObject({ code: 'too-early', data: { opensOn: '2025-07-12' } });
    await world.moveTo('2025-07-12');
    expect((await ticket()).code).toBe('ok');
  });

  it('cancels one subject for a breach of the first weight, after a warning only', async () => {
    await story.world.moveTo('2025-07-19', '20:00');
    const facts = '手机带入座位，提醒两次没有收起';
    const item = { item: 'tier-1-1', facts, subject: 'theory', witness: '李师傅' };
    expect((await story.openBreach(warned, item)).code).toBe('warning-needed');
    const opened = await story.openBreach(warned, { ...item, warned: true });
    await story.decideBreach(warned, idIn(opened));
    await story.world.moveTo('2025-07-20');
    const passed = { 理论知识: 81, 操作技能: 76.5 };
    const marks = new Map([gu, ming, fei, warned, cheat, grave, late].map((one) => [one, passed]));
    await story.mark(july, marks.set(shi, { 理论知识: 70, 操作技能: 40 }));
  });

  it('publishes to each person alone: no list, no objection and no review, each with the clause', async () => {
    const { world } = story;
    await world.moveTo('2025-08-08');
    expect(await story.publish(july)).toMatchObject({ publicityCloses: null });
    expect(await story.resultOf(gu)).toMatchObject({ outcome: 'passed', review: { opens: null, closes: null } });
    expect(await story.resultOf(warned)).toMatchObject({
      outcome: 'failed',
      subjects: [
        { subject: 'theory', cancelled: true },
        { subject: 'skill', cancelled: false },
      ],
      kept: [{ subject: 'skill', until: '2027-08-08' }],
    });
    const list = await world.stranger.call(results.getPublicity, { params: params(), query: {} });
    const objection = await world.stranger.call(objections.fileObjection, {
      params: params(),
      body: {
        ticketNumber: (await story.ticketOf(gu)).number,
        subject: 'mark',
        reasons: '这位考生的成绩有问题',
        name: '举报人甲',
        phone: '13911110001',
        code: '123456',
      },
    });
    for (const refused of [list, objection])
      expect(refused).toMatchObject({ code: 'wrong-state', data: { state: 'no-publicity', clause: '三' } });
    const review = await story.askReview(shi, 'skill');
    expect(review).toMatchObject({ code: 'wrong-state', data: { state: 'no-review', clause: '三' } });
    for (const { data } of [list, review])
      expect(refusalSentence('wrong-state', Object(data))).toContain('（见通知三）');
  });

  it('keeps whoever cheated away for the rest of the year, and says until when and by which clause', async () => {
    const opened = await story.openBreach(cheat, { item: 'tier-2-2', facts: '雷同卷' });
    const decided = await story.decideBreach(cheat, idIn(opened));
    expect(decided.penalty).toEqual({ cancels: 'all-subjects', banFrom: '2025-08-08', banUntil: '2025-12-31' });
    expect(await story.resultOf(cheat)).toMatchObject({ outcome: 'failed', kept: [] });
    const anew = { body: { sessionId: september, offeringCode } };
    expect(await cheat.person.api.refused(applications.createApplication, anew)).toMatchObject({
      code: 'banned',
      data: { until: '2025-12-31', source: { clause: '附件2三' } },
    });
  });

  it('keeps away for two years where it is light', async () => {
    const opened = await story.openBreach(grave, { item: 'tier-3-4', facts: '由他人冒名顶替' });
    const decided = await story.decideBreach(grave, idIn(opened), { severity: 'light' });
    expect(decided.penalty).toMatchObject({ cancels: 'all-subjects', banUntil: '2027-08-08' });
  });

  it('certifies at once, and void is what came of a breach that is found later', async () => {
    expect((await story.issue(july)).issued).toBe(4);
    const own = await story.certificateOf(late);
    const id = await story.certificateId(july, late);
    const registered = (act: 'register' | 'unregister') =>
      actOn(story.world, story.publisher, { list: certificateList, id: july, choice: { act, which: { ids: [id] } } });
    await registered('register');
    expect(await story.certificateOf(late)).toMatchObject({ registeredOn: '2025-08-08' });
    await story.world.moveTo('2025-08-13');
    const opened = await story.openBreach(late, { item: 'tier-3-1', facts: '工作证明系伪造' });
    expect(opened.data).toMatchObject({ source: 'later' });
    expect(await story.verify(own.number, late.name)).toMatchObject({ state: 'issued' });
    const decided = await story.decideBreach(late, idIn(opened), { severity: 'serious' });
    expect(decided.penalty).toMatchObject({ cancels: 'all-subjects', banUntil: '2030-08-13' });
    expect(await story.verify(own.number, late.name)).toMatchObject({
      state: 'void',
      voidedOn: '2025-08-13',
      replaced: false,
    });
    expect(await story.stageOf(late)).toBe('certificate-void');
    const told = (await story.toldTo(late)).map(({ code }) => code);
    expect(told).toEqual(expect.arrayContaining(['breach-decided', 'certificate-voided']));
    // the official look-up shows it until staff say that it does not any more
    const register = async () => (await story.rows(july)).find((one) => one.id === id)?.register;
    const due = async () =>
      (await story.publisher.api.ok(overview.getSessionCounts, { params: params() })).duties.find(
        ({ code }) => code === 'withdraw-certificates',
      )?.waiting;
    expect([await register(), await due()]).toEqual(['to-withdraw', 1]);
    expect(await registered('unregister')).toMatchObject({ done: 1 });
    expect([await register(), await due()]).toEqual([null, undefined]);
  });

  it('hands certificates over with a notice, to the holder or an agent with a letter, and posts none', async () => {
    const { world, publisher } = story;
    const needs = { from: localDate('2025-08-15'), place: '天宝路879号', hours: '每周五9:30–11:30' };
    const tell = { act: 'tell' as const, which: { match: { state: 'issued' } }, needs };
    await actOn(world, publisher, { list: certificateList, id: july, choice: tell });
    expect((await story.toldTo(gu))[0]).toMatchObject({ code: 'certificate-ready', data: { from: '2025-08-15' } });
    const delivery = { recipient: '顾卫民', phone: '13800000001', address: '上海市黄浦区人民大道1号' };
    const refused = await story.choose(gu, { method: 'courier', delivery });
    expect(refused).toMatchObject({ code: 'collection-not-offered', data: { clause: '五' } });
    expect(refusalSentence('collection-not-offered', Object(refused.data))).toContain('（见通知五）');
    await world.moveTo('2025-08-15', '10:00');
    const agent = { name: '顾小妹', documentType: 'resident-id' as const, documentNumber: '440524188001010014' };
    expect((await story.choose(gu, { method: 'agent-letter', agent })).code).toBe('ok');
    const seen = { letterSeen: true as const, principalDocumentSeen: true as const, agentDocumentSeen: true as const };
    await publisher.api.ok(collections.handOverCertificate, {
      params: { id: await story.certificateId(july, gu) },
      body: { method: 'agent-letter', agent, ...seen },
    });
    expect((await story.toldTo(gu))[0]).toMatchObject({ code: 'certificate-collected', data: { agent: 1 } });
  });

  it('corrects a name late, and makes void and replaces', async () => {
    const first = await story.certificateOf(ming);
    await story.rename(july, ming, '明礼');
    expect(await story.certificateOf(ming)).toMatchObject({
      name: '明礼',
      issuedOn: '2025-08-15',
      earlier: [{ number: first.number, replaced: true }],
    });
    await voidedAndReplaced(story, july, fei);
  });

  it('keeps a pass for two years, and takes the failed subject again at its own fee', async () => {
    const { world } = story;
    const retake = () => shi.person.api.ok(retakes.getRetake, { params: { id: shi.id } });
    expect(await retake()).toMatchObject({
      passes: [{ subject: 'theory', until: '2027-08-08', source: { clause: '四（一）' } }],
      subjects: ['skill'],
      no: null,
    });
    const begin = { params: { id: shi.id }, body: { sessionId: september, offeringCode } };
    const draft = await shi.person.api.ok(retakes.beginRetake, begin);
    again = { ...shi, id: draft.id };
    expect((await atCounter(again)).code).toBe('ok');
    await story.approve(again);
    expect(await story.orderOf(again)).toMatchObject({ totalFen: 88_300, payBy: '2025-08-20' });
    await story.received(again, 'transfer');
    await world.moveTo('2025-09-12', '20:00');
    expect(await story.askTicket(again)).toMatchObject({ code: 'too-early', data: { opensOn: '2025-09-13' } });
    await world.moveTo('2025-09-20', '20:00');
    await story.mark(september, new Map([[again, { 操作技能: 77 }]]));
    await world.moveTo('2025-10-17');
    await story.publish(september);
    expect((await story.issue(september)).issued).toBe(1);
    expect(await story.stageOf(again)).toBe('certified');
  });

  it(
    'gives back what forty paid for a session that is cancelled, by one list for the bank',
    { timeout: patience(180_000) },
    async () => {
      const { world, administrator } = story;
      const december = await openS25(administrator, {
        ...row('2025年12月批次', '2025-12-13', '2025-10-16', '2025-11-15', '2025-11-20'),
        seats: 50,
      });
      january = await openS25(
        administrator,
        row('2026年1月批次', '2026-01-17', '2025-11-16', '2025-12-31', '2025-12-31'),
      );
      await world.moveTo('2025-11-14', '10:00');
      const forty: Examined[] = [];
      for (let at = 0; at < 40; at += 1) forty.push(await paid('张伟', december));
      await world.moveTo('2025-12-08');
      const back = await cancelWithPaid(story, {
        bodyId: shqbxh.id,
        sessionId: december,
        otherId: january,
        paid: forty,
        byHand: 39,
        feeFen: 103_600,
        choiceDays: 7,
      });
      expect(back).toBe(39);
    },
  );

  it('ends the ban after the year, and the pass after two', async () => {
    const { moveTo } = story.world;
    const start = { body: { sessionId: january, offeringCode } };
    const anew = () => cheat.person.api.call(applications.createApplication, start);
    await moveTo('2025-12-31', '10:00');
    expect(await anew()).toMatchObject({ code: 'banned', data: { until: '2025-12-31' } });
    await moveTo('2027-08-08', '23:00');
    expect(await story.noRetake(warned)).toBeNull();
    await moveTo('2027-08-09', '00:00');
    expect(await story.noRetake(warned)).toBe('retake-over');
  });
});
