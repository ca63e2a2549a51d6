import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applications, objections, results, retakes, sessions } from '@jikaotong/shared/contract';
import { localDate } from '@jikaotong/shared/kernel';
import { objectionList } from '@jikaotong/shared/lists';
import { knownFacts } from '../../builders/facts';
import { handIn, readyDraft } from '../../support/apply';
import { cancelWithPaid } from '../../support/cancelled-with-forty';
import { type Examined, type NoticeStory, openNoticeStory, spansOf } from '../../support/notice-story';
import { correctedAndReplaced, publicUntil, refusedBreaches, sentOrHandedOver } from '../../support/public-marks';
import { candidateByWechat } from '../../support/people';
import { patience } from '../../support/patience';
import { planSession } from '../../support/plan-session';

const body = { id: 'cecc', name: '中国电子商会' };
const noticeId = 'cecc-2024-certification';
const offeringCode = 'blockchain-4';
const facts = knownFacts({
  jobs: [
    { occupation: '云计算工程技术人员', from: localDate('2015-01-01'), to: null, employer: '北京某某科技有限公司' },
  ],
});
const plan = (name: string, examOn: string, opens: string, closes: string, payBy: string) => ({
  noticeId,
  name,
  examOn,
  offerings: { [offeringCode]: ['theory', 'skill'] as const },
  opens,
  closes,
  payBy,
});

describe('E24, every printed date of one session', () => {
  let story: NoticeStory;
  let september: string;
  let december: string;
  let people = 0;
  let lin: Examined;
  let shi: Examined;
  let guo: Examined;
  let yi: Examined;
  let fei: Examined;
  let again: Examined;
  let last: Examined;
  const begin = async (name: string, sessionId: string): Promise<Examined> => {
    people += 1;
    const person = await candidateByWechat(story.world, `o-${people}`);
    const { id } = await readyDraft(person, sessionId, { offeringCode, order: people, name, facts });
    return { person, id, name };
  };
  const approved = async (name: string, sessionId: string): Promise<Examined> => {
    const one = await begin(name, sessionId);
    await handIn(one.person, one.id);
    await story.approve(one);
    return one;
  };
  const paid = async (name: string, sessionId: string): Promise<Examined> => {
    const one = await approved(name, sessionId);
    await story.payByWechat(one);
    return one;
  };
  const params = () => ({ id: september });
  beforeAll(async () => {
    story = await openNoticeStory({ body, day: '2024-08-11' });
    const { administrator } = story;
    september = await planSession(
      administrator,
      plan('2024年9月批次', '2024-09-21', '2024-08-12', '2024-08-25', '2024-09-01'),
    );
    december = await planSession(
      administrator,
      plan('2024年12月批次', '2024-12-21', '2024-10-21', '2024-11-25', '2024-12-01'),
    );
  });
  afterAll(() => story.world.stop());

  it('gives every window its days', async () => {
    const { windows } = await story.world.stranger.ok(sessions.getSession, { params: params() });
    expect(spansOf(windows)).toMatchObject({
      application: ['2024-08-12', '2024-08-25'],
      payment: [expect.anything(), '2024-09-01'],
      ticket: ['2024-09-16', '2024-09-21'],
      results: [null, '2024-10-16'],
    });
  });

  it('takes applications from 08-12 to 08-25', async () => {
    const { world } = story;
    const early = await candidateByWechat(world, 'o-early');
    const start = { body: { sessionId: september, offeringCode } };
    expect(await early.api.refused(applications.createApplication, start)).toMatchObject({
      code: 'too-early',
      data: { opensOn: '2024-08-12' },
    });
    await world.moveTo('2024-08-12');
    lin = await paid('林小区', september);
    shi = await paid('石磊', september);
    guo = await paid('郭琦', september);
    yi = await paid('易安', september);
    fei = await paid('费明', september);
    await world.moveTo('2024-08-25', '23:00');
    last = await begin('莫迟', september);
    const [waits, slow] = [await begin('陈缓', september), await approved('忘付', september)];
    await handIn(last.person, last.id);
    await world.moveTo('2024-08-26', '00:00');
    expect(
      await waits.person.api.refused(applications.submitApplication, {
        params: { id: waits.id },
        body: { truthful: true, noticeRead: true },
      }),
    ).toMatchObject({ code: 'too-late', data: { closedOn: '2024-08-25' } });
    await story.approve(last);
    await world.moveTo('2024-09-01', '23:00');
    expect([await story.stageOf(last), await story.stageOf(slow)]).toEqual(['to-pay', 'to-pay']);
    await story.payByWechat(last);
    await world.moveTo('2024-09-02', '03:00');
    expect([await story.stageOf(last), await story.stageOf(slow)]).toEqual(['paid', 'lapsed']);
    expect((await story.toldTo(slow)).map(({ code }) => code)).toContain('application-lapsed');
    const left = await last.person.api.refused(applications.withdrawApplication, { params: { id: last.id } });
    expect(left.code).toBe('already-paid');
  });

  it('opens the ticket on 09-16 and takes marks from 09-21', async () => {
    const { world } = story;
    const ticket = () => story.askTicket(lin);
    await world.moveTo('2024-09-15', '23:00');
    expect(await ticket()).toMatchObject({ code: 'too-early', data: { opensOn: '2024-09-16' } });
    await world.moveTo('2024-09-16');
    expect((await ticket()).code).toBe('ok');
    await world.moveTo('2024-09-20', '20:00');
    const template = { params: params(), file: { bytes: Buffer.from('x'), name: '成绩.xlsx' } };
    expect((await story.marker.api.call(results.scoreSheet.upload, template)).code).toBe('too-early');
    await world.moveTo('2024-09-21', '20:00');
    const everybody = [lin, shi, guo, yi, fei];
    const marks = new Map(everybody.map((one) => [one, { 理论知识: 80, 操作技能: 88 }]));
    marks.set(lin, { 理论知识: 59.5, 操作技能: 88 });
    for (const one of [shi, guo]) marks.set(one, { 理论知识: 40, 操作技能: 88 });
    const away = new Map<Examined, Record<string, number | string>>([
      ...marks,
      [last, { 理论知识: '缺考', 操作技能: '缺考' }],
    ]);
    await story.mark(september, away);
    const early = await story.publisher.api.refused(results.publishResults, { params: params(), body: {} });
    expect(early).toMatchObject({ code: 'too-early', data: { opensOn: '2024-09-22' } });
  });

  it('prints no breaches: none is recorded, and the officer hears why', async () => {
    const no = expect.stringContaining('没有印违纪处理办法');
    expect(await refusedBreaches(story, lin)).toEqual([no, no, no]);
  });

  it('is public for seven days from the publication, in which marks are reviewed and lines objected to', async () => {
    const ready = await publicUntil(story, september, {
      publishedOn: '2024-09-30',
      closes: '2024-10-07',
      after: '2024-10-08',
      mended: lin,
      doubted: yi,
      slow: shi,
    });
    expect(ready).toMatchObject({ candidates: 2, held: [{ hold: 'objection-open', names: ['易安'] }] });
  });

  it('certifies from 10-08, whoever is objected to later', async () => {
    expect((await story.issue(september)).issued).toBe(2);
    const { items } = await story.publisher.api.ok(objectionList.rows, { params: params(), query: {} });
    const objection = { params: { id: items[0]?.id ?? '' } };
    const answer = { outcome: 'rejected' as const, answer: '核对监控，系本人参加考试' };
    await story.publisher.api.ok(objections.decideObjection, { ...objection, body: answer });
    expect((await story.issue(september)).issued).toBe(1);
    expect([await story.stageOf(lin), await story.stageOf(yi)]).toEqual(['certified', 'certified']);
    expect(await story.certificateOf(lin)).toMatchObject({ issuedOn: '2024-10-08' });
  });

  it('brings certificates by post or hands them over in person, and knows no agent', async () => {
    const told = await sentOrHandedOver(story, september, { far: lin, near: yi, clause: '三（七）', says: '邮寄' });
    expect(told).toEqual(['certificate-sent', 'certificate-collected']);
  });

  it('corrects a name late, and makes void and replaces', async () => {
    const numbers = await correctedAndReplaced(story, september, { wrong: lin, right: '林晓区', misprinted: fei });
    expect(numbers.size).toBe(5);
  });

  it('keeps a pass for a year, for one retake inside the window to apply, of the failed subject alone', async () => {
    const { world } = story;
    const retake = (one: Examined) => one.person.api.ok(retakes.getRetake, { params: { id: one.id } });
    expect(await retake(shi)).toMatchObject({
      passes: [{ subject: 'skill', from: '2024-09-30', until: '2025-09-30' }],
      subjects: ['theory'],
      chances: { used: 0, left: 1 },
      no: null,
    });
    const into = { sessionId: december, offeringCode };
    await world.moveTo('2024-10-20', '20:00');
    expect(await story.beginRetake(shi, into)).toMatchObject({ code: 'too-early', data: { opensOn: '2024-10-21' } });
    await world.moveTo('2024-10-21');
    again = await story.retake(shi, into);
    expect(await story.orderOf(again)).toMatchObject({ totalFen: 8_000, payBy: '2024-12-01' });
    await story.payByWechat(again);
    await world.moveTo('2024-12-15', '20:00');
    expect(await story.askTicket(again)).toMatchObject({ code: 'too-early', data: { opensOn: '2024-12-16' } });
    await world.moveTo('2024-12-21', '20:00');
    await story.mark(december, new Map([[again, { 理论知识: 75 }]]));
    await world.moveTo('2024-12-24');
    expect(await story.publish(december)).toMatchObject({ publicityCloses: '2024-12-31' });
    expect(await story.resultOf(again)).toMatchObject({ outcome: 'passed' });
    await world.moveTo('2025-01-01');
    expect((await story.issue(december)).issued).toBe(1);
    expect(await story.stageOf(again)).toBe('certified');
  });

  it('gives back what forty paid for a session that is cancelled', { timeout: patience(180_000) }, async () => {
    const { world, administrator } = story;
    const march = await planSession(administrator, {
      ...plan('2025年3月批次', '2025-03-22', '2025-02-10', '2025-02-21', '2025-02-28'),
      seats: 50,
    });
    const june = await planSession(
      administrator,
      plan('2025年6月批次', '2025-06-21', '2025-03-10', '2025-05-16', '2025-05-23'),
    );
    await world.moveTo('2025-02-10');
    const forty: Examined[] = [];
    for (let at = 0; at < 40; at += 1) forty.push(await paid('张伟', march));
    await world.moveTo('2025-03-17');
    const back = await cancelWithPaid(story, {
      bodyId: body.id,
      sessionId: march,
      otherId: june,
      paid: forty,
      byHand: 0,
      feeFen: 16_000,
      choiceDays: 7,
    });
    expect(back).toBe(39);
  });

  it('ends a pass after 2025-09-30', async () => {
    const { world } = story;
    await world.moveTo('2025-09-30', '23:00');
    expect(await story.noRetake(guo)).toBeNull();
    await world.moveTo('2025-10-01', '00:00');
    expect(await story.noRetake(guo)).toBe('retake-over');
  });
});
