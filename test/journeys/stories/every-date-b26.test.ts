import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  applications,
  breachCases,
  certificates,
  collections,
  objections,
  results,
  retakes,
  sessions,
  sittings,
} from '@jikaotong/shared/contract';
import { objectionList, scoreReviewList } from '@jikaotong/shared/lists';
import { refusalSentence } from '@jikaotong/shared/words';
import { longServingGuard } from '../../builders/facts';
import { portrait } from '../../builders/photos';
import { type Applicant, handIn, readyDraft, uploaded } from '../../support/apply';
import { cancelWithPaid } from '../../support/cancelled-with-forty';
import { type Examined, type NoticeStory, openNoticeStory, spansOf } from '../../support/notice-story';
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
    const ticket = () => he.person.api.call(sittings.getTicket, { params: { id: he.id } });
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
    const { items } = await story.officer.api.ok(breachCases.listBreachItems, { params: { id: he.id }, query: {} });
    expect(items).toEqual([]);
    for (const item of ['tier-1-1', 'tier-2-1', 'tier-3-1']) {
      const refused = await story.openBreach(he, { item, facts: '桌上有手机', subject: 'theory', warned: true });
      expect(refused).toMatchObject({ code: 'wrong-state', data: { state: 'no-conduct' } });
      expect(refusalSentence('wrong-state', Object(refused.data))).toContain('没有印违纪处理办法');
    }
  });

  it('is public from 10-23 to 11-03, in which marks are reviewed and lines objected to', async () => {
    const { world, judge } = story;
    const list = () => world.stranger.call(results.getPublicity, { params: params(), query: {} });
    await world.moveTo('2026-10-23');
    expect((await list()).code).toBe('not-published');
    expect(await story.publish(october)).toMatchObject({ publicityCloses: '2026-11-03' });
    const ask = (one: Examined) =>
      one.person.api.call(results.askScoreReview, {
        params: { id: one.id },
        body: { subject: 'theory', reason: '与估分差距较大' },
      });
    await world.moveTo('2026-11-03', '20:00');
    expect((await list()).code).toBe('ok');
    expect((await ask(he)).code).toBe('ok');
    const { number } = await story.ticketOf(yi);
    expect((await story.objectTo(october, number)).code).toBe('ok');
    const [review] = (await judge.api.ok(scoreReviewList.rows, { params: params(), query: {} })).items;
    const decision = { outcome: 'corrected' as const, points: '60', reason: '漏登一题' };
    const decide = (by: typeof judge) =>
      by.api.call(results.decideScoreReview, { params: { id: review?.id ?? '' }, body: decision });
    expect((await decide(story.marker)).code).toBe('same-marker');
    expect((await decide(judge)).code).toBe('ok');
    expect(await story.resultOf(he)).toMatchObject({ outcome: 'passed', scoreReviews: [{ state: 'corrected' }] });
    const preview = () => story.publisher.api.call(certificates.previewCertificates, { params: params() });
    expect(await preview()).toMatchObject({ code: 'publicity-open', data: { until: '2026-11-03' } });
    await world.moveTo('2026-11-04');
    expect(await list()).toMatchObject({ code: 'too-late', data: { closedOn: '2026-11-03' } });
    expect(await ask(shi)).toMatchObject({ code: 'too-late', data: { closedOn: '2026-11-03' } });
    expect((await story.objectTo(october, number)).code).toBe('too-late');
    expect((await preview()).data).toMatchObject({
      candidates: 2,
      held: [{ hold: 'objection-open', names: ['易安'] }],
    });
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
    const agent = { name: '代取', documentType: 'resident-id', documentNumber: '11010519491231002X' };
    const refused = await story.choose(he, { method: 'agent-letter', agent });
    expect(refused).toMatchObject({ code: 'collection-not-offered', data: { clause: '三（七）1' } });
    expect(refusalSentence('collection-not-offered', Object(refused.data))).toContain('（见通知三（七）1）');
    const delivery = { recipient: '何小满', phone: '13812345678', address: '北京市大兴区科谷一街1号' };
    expect((await story.choose(he, { method: 'courier', delivery })).code).toBe('ok');
    const parcel = { carrier: '顺丰速运', trackingNumber: 'SF1234567890123', sentOn: story.world.today() };
    const { publisher } = story;
    const at = async (one: Examined) => ({ params: { id: await story.certificateId(october, one) } });
    await publisher.api.ok(collections.sendCertificate, { ...(await at(he)), body: parcel });
    expect((await story.toldTo(he))[0]).toMatchObject({ code: 'certificate-sent' });
    const given = { method: 'in-person' as const, documentSeen: true as const };
    await publisher.api.ok(collections.handOverCertificate, { ...(await at(yi)), body: given });
    expect((await story.toldTo(yi))[0]).toMatchObject({ code: 'certificate-collected' });
  });

  it('corrects a name late, and makes void and replaces', async () => {
    const first = await story.certificateOf(he);
    await story.rename(october, he, '何晓满');
    const fresh = await story.certificateOf(he);
    expect(fresh).toMatchObject({ name: '何晓满', earlier: [{ number: first.number, replaced: true }] });
    expect(await story.verify(first.number, '何小满')).toMatchObject({ state: 'void', replaced: true });
    expect(await story.verify(fresh.number, '何晓满')).toMatchObject({ state: 'issued', replaced: false });
    const reason = '照片印错';
    const id = await story.makeVoid(october, fei, reason);
    expect((await story.toldTo(fei))[0]).toMatchObject({ code: 'certificate-voided', data: { reason } });
    await story.publisher.api.ok(certificates.replaceCertificate, { params: { id }, body: { reason } });
    expect(await story.stageOf(fei)).toBe('certified');
    expect(new Set((await story.rows(october)).map(({ number }) => number)).size).toBe(5);
  });

  it('gives back what forty paid for a session that is cancelled, what came by hand by one list for the bank', async () => {
    const { world, administrator } = story;
    const other = await planSession(
      administrator,
      plan('2026年12月第二批', '2026-12-19', '2026-11-09', '2026-11-27', '2026-12-04', managers.offeringCode),
    );
    const [first] = forty;
    const ticket = () => first?.person.api.call(sittings.getTicket, { params: { id: first.id } });
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
    const begun = () =>
      shi.person.api.call(retakes.beginRetake, { params: { id: shi.id }, body: { sessionId: december, offeringCode } });
    await world.moveTo('2026-11-15', '20:00');
    expect(await begun()).toMatchObject({ code: 'too-early', data: { opensOn: '2026-11-16' } });
    await world.moveTo('2026-11-16');
    const draft = (await begun()).data as { id: string; version: number };
    const again = { ...shi, id: draft.id };
    const signatureFileId = await uploaded(shi.person, 'signature', await portrait());
    const change = { params: { id: again.id }, ifMatch: draft.version, body: { signatureFileId } };
    await shi.person.api.ok(applications.saveApplication, change);
    await handIn(shi.person, again.id);
    await story.approve(again);
    expect(await story.orderOf(again)).toMatchObject({ totalFen: 21_500, payBy: '2026-12-03' });
    await story.received(again, 'cash');
    await world.moveTo('2026-12-06', '20:00');
    const ticket = () => shi.person.api.call(sittings.getTicket, { params: { id: again.id } });
    expect(await ticket()).toMatchObject({ code: 'too-early', data: { opensOn: '2026-12-07' } });
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
    const no = async () => (await guo.person.api.ok(retakes.getRetake, { params: { id: guo.id } })).no;
    await world.moveTo('2027-10-23', '23:00');
    expect(await no()).toBeNull();
    await world.moveTo('2027-10-24', '00:00');
    expect(await no()).toBe('retake-over');
  });
});
