import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applications, certificates, objections, results, retakes, sessions } from '@jikaotong/shared/contract';
import { objectionList } from '@jikaotong/shared/lists';
import { longServingGuard } from '../../builders/facts';
import { type Applicant, handIn, readyDraft } from '../../support/apply';
import { cancelWithPaid } from '../../support/cancelled-with-forty';
import { type Examined, type NoticeStory, openNoticeStory, spansOf } from '../../support/notice-story';
import { correctedAndReplaced, publicUntil, refusedBreaches, sentOrHandedOver } from '../../support/public-marks';
import { bspia, candidateByWechat } from '../../support/people';
import { patience } from '../../support/patience';
import { planSession } from '../../support/plan-session';

const noticeId = 'bspia-2026-certification';
const offeringCode = 'installer-5';
const managers = { offeringCode: 'security-manager-3', facts: longServingGuard() };
const plan = (name: string, examOn: string, opens: string, closes: string, payBy: string, offering = offeringCode) => ({
  noticeId,
  name,
  examOn,
  offerings: { [offering]: ['theory', 'skill'] as const },
  opens,
  closes,
  payBy,
});

describe('B26, every printed date of one session', () => {
  let story: NoticeStory;
  let october: string;
  let november: string;
  let december: string;
  const forty: Examined[] = [];
  let people = 0;
  let he: Examined;
  let shi: Examined;
  let guo: Examined;
  let yi: Examined;
  let fei: Examined;
  let last: Examined;
  const params = () => ({ id: october });

  const begin = async (name: string, sessionId: string, who: Applicant = { offeringCode }): Promise<Examined> => {
    people += 1;
    const person = await candidateByWechat(story.world, `o-${people}`);
    const { id } = await readyDraft(person, sessionId, { ...who, order: people, name });
    return { person, id, name };
  };
  const approved = async (name: string, sessionId: string, who?: Applicant): Promise<Examined> => {
    const one = await begin(name, sessionId, who);
    await handIn(one.person, one.id);
    await story.approve(one);
    return one;
  };
  const paid = async (
    name: string,
    sessionId: string,
    how: 'wechat' | 'transfer' | 'cash' | 'cheque' = 'cash',
    who?: Applicant,
  ): Promise<Examined> => {
    const one = await approved(name, sessionId, who);
    if (how === 'wechat') await story.payByWechat(one);
    else await story.received(one, how);
    return one;
  };
  beforeAll(async () => {
    story = await openNoticeStory({ body: bspia, day: '2026-09-06' });
    const { administrator } = story;
    october = await planSession(
      administrator,
      plan('2026年10月批次', '2026-10-17', '2026-09-07', '2026-09-18', '2026-09-30'),
    );
    december = await planSession(
      administrator,
      plan('2026年12月批次', '2026-12-12', '2026-11-16', '2026-11-27', '2026-12-03'),
    );
    november = await planSession(administrator, {
      ...plan('2026年11月批次', '2026-11-14', '2026-09-07', '2026-09-18', '2026-09-30', managers.offeringCode),
      seats: 50,
    });
  });
  afterAll(() => story.world.stop());

  it('gives every window its days, in working days across the holidays', async () => {
    const { windows } = await story.world.stranger.ok(sessions.getSession, { params: params() });
    expect(spansOf(windows)).toMatchObject({
      application: ['2026-09-07', '2026-09-18'],
      payment: [expect.anything(), '2026-09-30'],
      ticket: ['2026-10-12', '2026-10-17'],
      results: ['2026-10-23', '2026-10-23'],
      publicity: ['2026-10-23', '2026-11-03'],
      review: ['2026-10-23', '2026-11-03'],
    });
  });

  it('takes applications from 09-07 to 09-18, and money until 09-30', { timeout: patience(180_000) }, async () => {
    const { world } = story;
    const early = await candidateByWechat(world, 'o-early');
    const start = { body: { sessionId: october, offeringCode } };
    expect(await early.api.refused(applications.createApplication, start)).toMatchObject({
      code: 'too-early',
      data: { opensOn: '2026-09-07' },
    });
    await world.moveTo('2026-09-07');
    he = await paid('何小满', october, 'cash');
    shi = await paid('石磊', october, 'transfer');
    guo = await paid('郭琦', october, 'cheque');
    yi = await paid('易安', october, 'wechat');
    fei = await paid('费明', october, 'cash');
    const ways = ['wechat', 'transfer', 'wechat', 'cash', 'wechat', 'cheque', 'wechat', 'cash'] as const;
    for (let at = 0; at < 40; at += 1)
      forty.push(await paid('张伟', november, ways[at % ways.length] ?? 'cash', managers));
    await world.moveTo('2026-09-18', '23:00');
    last = await approved('莫迟', october);
    const slow = await approved('忘付', october);
    const waits = await begin('陈缓', october);
    await world.moveTo('2026-09-19', '00:00');
    expect(
      await waits.person.api.refused(applications.submitApplication, {
        params: { id: waits.id },
        body: { truthful: true, noticeRead: true },
      }),
    ).toMatchObject({ code: 'too-late', data: { closedOn: '2026-09-18' } });
    await world.moveTo('2026-09-30', '20:00');
    await story.received(last, 'cash');
    expect(await story.stageOf(slow)).toBe('to-pay');
    await world.moveTo('2026-10-01', '03:00');
    expect([await story.stageOf(last), await story.stageOf(slow)]).toEqual(['paid', 'lapsed']);
  });

  it('opens the ticket on 10-12 and takes marks from 10-17', async () => {
    const { world } = story;
    const ticket = () => story.askTicket(he);
    await world.moveTo('2026-10-11', '23:00');
    expect(await ticket()).toMatchObject({ code: 'too-early', data: { opensOn: '2026-10-12' } });
    await world.moveTo('2026-10-12');
    expect((await ticket()).code).toBe('ok');
    await world.moveTo('2026-10-16', '20:00');
    const sheet = { params: params(), file: { bytes: Buffer.from('x'), name: '成绩.xlsx' } };
    expect((await story.marker.api.call(results.scoreSheet.upload, sheet)).code).toBe('too-early');
    await world.moveTo('2026-10-17', '20:00');
    const marks = new Map<Examined, Record<string, number | string>>(
      [yi, fei].map((one) => [one, { 理论知识: 80, 操作技能: 88 }]),
    );
    marks.set(he, { 理论知识: 59.5, 操作技能: 88 });
    for (const one of [shi, guo]) marks.set(one, { 理论知识: 88, 操作技能: 41 });
    await story.mark(october, marks.set(last, { 理论知识: '缺考', 操作技能: '缺考' }));
    const early = await story.publisher.api.refused(results.publishResults, { params: params(), body: {} });
    expect(early).toMatchObject({ code: 'too-early', data: { opensOn: '2026-10-18' } });
  });

  it('prints no breaches: none is recorded, and the officer hears why', async () => {
    const no = expect.stringContaining('没有印违纪处理办法');
    expect(await refusedBreaches(story, he)).toEqual([no, no, no]);
  });

  it('is public from 10-23 to 11-03, in which marks are reviewed and lines objected to', async () => {
    const ready = await publicUntil(story, october, {
      publishedOn: '2026-10-23',
      closes: '2026-11-03',
      after: '2026-11-04',
      mended: he,
      doubted: yi,
      slow: shi,
    });
    expect(ready).toMatchObject({ candidates: 2, held: [{ hold: 'objection-open', names: ['易安'] }] });
  });

  it('certifies from 11-04, whoever is objected to once it is settled', async () => {
    expect((await story.issue(october)).issued).toBe(2);
    const { items } = await story.publisher.api.ok(objectionList.rows, { params: params(), query: {} });
    const objection = { params: { id: items[0]?.id ?? '' } };
    const answer = { outcome: 'upheld' as const, answer: '照片需要当面核对' };
    await story.publisher.api.ok(objections.decideObjection, { ...objection, body: answer });
    expect((await story.publisher.api.call(certificates.previewCertificates, { params: params() })).data).toMatchObject(
      {
        candidates: 0,
      },
    );
    const settled = { settlement: '当面核对，系本人参加考试' };
    await story.publisher.api.ok(objections.settleObjection, { ...objection, body: settled });
    expect((await story.issue(october)).issued).toBe(1);
    expect(await story.certificateOf(he)).toMatchObject({ issuedOn: '2026-11-04' });
    expect([await story.stageOf(he), await story.stageOf(yi)]).toEqual(['certified', 'certified']);
  });

  it('brings certificates by courier or hands them over on site, and knows no agent', async () => {
    const told = await sentOrHandedOver(story, october, {
      far: he,
      near: yi,
      clause: '三（七）1',
      says: '（见通知三（七）1）',
    });
    expect(told).toEqual(['certificate-sent', 'certificate-collected']);
  });

  it('corrects a name late, and makes void and replaces', async () => {
    const numbers = await correctedAndReplaced(story, october, { wrong: he, right: '何晓满', misprinted: fei });
    expect(numbers.size).toBe(5);
  });

  it('gives back what forty paid for a session that is cancelled, what came by hand by one list for the bank', async () => {
    const { world, administrator } = story;
    const other = await planSession(
      administrator,
      plan('2026年12月第二批', '2026-12-19', '2026-11-09', '2026-11-27', '2026-12-04', managers.offeringCode),
    );
    const ticket = () => story.askTicket(forty[0] ?? he);
    await world.moveTo('2026-11-08', '23:00');
    expect(await ticket()).toMatchObject({ code: 'too-early', data: { opensOn: '2026-11-09' } });
    await world.moveTo('2026-11-09');
    const back = await cancelWithPaid(story, {
      bodyId: bspia.id,
      sessionId: november,
      otherId: other,
      paid: forty,
      byHand: 20,
      feeFen: 43_000,
      choiceDays: 5,
    });
    expect(back).toBe(39);
  });

  it('keeps a pass for a year, for one retake through the flow of applications', async () => {
    const { world } = story;
    expect(await shi.person.api.ok(retakes.getRetake, { params: { id: shi.id } })).toMatchObject({
      passes: [{ subject: 'theory', from: '2026-10-23', until: '2027-10-23', source: { clause: '三（六）' } }],
      subjects: ['skill'],
      chances: { used: 0, left: 1 },
      no: null,
    });
    const into = { sessionId: december, offeringCode };
    await world.moveTo('2026-11-15', '20:00');
    expect(await story.beginRetake(shi, into)).toMatchObject({ code: 'too-early', data: { opensOn: '2026-11-16' } });
    await world.moveTo('2026-11-16');
    const again = await story.retake(shi, into);
    expect(await story.orderOf(again)).toMatchObject({ totalFen: 21_500, payBy: '2026-12-03' });
    await story.received(again, 'cash');
    await world.moveTo('2026-12-06', '20:00');
    expect(await story.askTicket(again)).toMatchObject({ code: 'too-early', data: { opensOn: '2026-12-07' } });
    await world.moveTo('2026-12-12', '20:00');
    await story.mark(december, new Map([[again, { 操作技能: 77 }]]));
    await world.moveTo('2026-12-18');
    expect(await story.publish(december)).toMatchObject({ publicityCloses: '2026-12-29' });
    expect(await story.resultOf(again)).toMatchObject({ outcome: 'passed' });
    await world.moveTo('2026-12-29', '20:00');
    const early = await story.publisher.api.refused(certificates.previewCertificates, { params: { id: december } });
    expect(early).toMatchObject({ code: 'publicity-open', data: { until: '2026-12-29' } });
    await world.moveTo('2026-12-30');
    expect((await story.issue(december)).issued).toBe(1);
    expect(await story.stageOf(again)).toBe('certified');
  });

  it('ends a pass after 2027-10-23', async () => {
    const { world } = story;
    await world.moveTo('2027-10-23', '23:00');
    expect(await story.noRetake(guo)).toBeNull();
    await world.moveTo('2027-10-24', '00:00');
    expect(await story.noRetake(guo)).toBe('retake-over');
  });
});
