import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applications, certificates, messages, orders, results, sessions, sittings } from '@jikaotong/shared/contract';
import { scoreReviewList } from '@jikaotong/shared/lists';
import { localDate } from '@jikaotong/shared/kernel';
import { readPdfText } from '../../../bff/src/platform/pdf/read-text.testing';
import type { Facts } from '@jikaotong/shared/notice';
import { knownFacts } from '../../builders/facts';
import { approvedFor, handInRefused, readyDraft } from '../../support/apply';
import { colleagueOf } from '../../support/counter';
import { everythingChecked, examinationMarked } from '../../support/marking';
import { type SignedInPerson, candidateByWechat, equipBody, firstAdministrator } from '../../support/people';
import { planSession } from '../../support/plan-session';
import { type World, openWorld } from '../../support/world';
import { issueCertificates } from '../../support/issue-certificates';

const cecc = { id: 'cecc', name: '中国电子商会' } as const;
const noticeId = 'cecc-2024-certification';
const offeringCode = 'blockchain-4';

/** Five years in a related occupation on the day the window opens (附件1 四级(1)). */
const operator = (from: string): Facts =>
  knownFacts({
    jobs: [{ occupation: '云计算工程技术人员', from: localDate(from), to: null, employer: '北京某某科技有限公司' }],
  });

describe('E24: 区块链应用操作员四级, applied for and paid online in August 2024', () => {
  let world: World;
  let administrator: SignedInPerson;
  let reviewer: SignedInPerson;
  let checker: SignedInPerson;
  let sessionId: string;
  let lin: SignedInPerson;
  let linId: string;
  let forgetful: SignedInPerson;
  let forgetfulId: string;
  const stageOf = async (person: SignedInPerson, id: string) =>
    (await person.api.ok(applications.getApplication, { params: { id } })).progress.stage;
  const told = async (person: SignedInPerson) =>
    (await person.api.ok(messages.listMessages, { query: {} })).items.map(({ code }) => code);
  beforeAll(async () => {
    world = await openWorld({ day: '2024-08-12' });
    administrator = await firstAdministrator(world, 'cecc-admin', cecc);
    await equipBody(world, administrator, cecc);
    reviewer = await colleagueOf(world, administrator, cecc.id, 'shenhe', ['reviewer']);
    checker = await colleagueOf(world, administrator, cecc.id, 'fuhe', ['score-officer']);
    sessionId = await planSession(administrator, {
      noticeId,
      name: '2024年9月批次',
      examOn: '2024-09-21',
      offerings: { [offeringCode]: ['theory', 'skill'] },
      opens: '2024-08-12',
      closes: '2024-08-25',
      payBy: '2024-09-01',
    });
    lin = await candidateByWechat(world, 'o-lin');
    forgetful = await candidateByWechat(world, 'o-forgetful');
  });
  afterAll(() => world.stop());

  it('shows the days the notice gives: ticket 5 days before, results in 15 working days', async () => {
    const { windows } = await world.stranger.ok(sessions.getSession, { params: { id: sessionId } });
    const spans = windows.map(({ kind, opens, closes }) => [kind, opens, closes]);
    expect(spans).toEqual(
      expect.arrayContaining([
        ['ticket', '2024-09-16', '2024-09-21'],
        ['results', null, '2024-10-16'],
      ]),
    );
  });

  it('asks for five years to the day, in a related occupation', async () => {
    const early = await candidateByWechat(world, 'o-early');
    const draft = await readyDraft(early, sessionId, { offeringCode, order: 3, facts: operator('2019-08-13') });
    expect(await handInRefused(early, draft.id)).toMatchObject({
      code: 'not-eligible',
      data: { assessment: { verdict: 'ineligible', earliestOn: '2024-08-13' } },
    });
  });

  it('opens an order only after the review, and lets who does not pay in time lapse', async () => {
    const facts = operator('2019-08-12');
    const draft = await readyDraft(lin, sessionId, { offeringCode, order: 1, name: '林小区', facts });
    linId = draft.id;
    expect((await lin.api.refused(orders.getOrder, { params: { id: linId } })).status).toBe(404);
    await lin.api.ok(applications.submitApplication, {
      params: { id: linId },
      body: { truthful: true, noticeRead: true },
    });
    expect((await lin.api.refused(orders.getOrder, { params: { id: linId } })).status).toBe(404);
    const { version } = await reviewer.api.ok(applications.getReview, { params: { id: linId } });
    await reviewer.api.ok(applications.approveApplication, { params: { id: linId }, body: { version } });
    forgetfulId = await approvedFor(forgetful, reviewer, sessionId, { offeringCode, order: 2, facts });

    const order = await lin.api.ok(orders.getOrder, { params: { id: linId } });
    expect(order).toMatchObject({ totalFen: 16_000, methods: ['wechat'], payBy: '2024-09-01', payee: null });
    const { jsapi } = await lin.api.ok(orders.startPayment, { params: { id: order.id }, body: { method: 'jsapi' } });
    await world.owner.requestPayment(jsapi ?? {});
    await lin.api.ok(orders.queryPayment, { params: { id: order.id } });
    expect(await stageOf(lin, linId)).toBe('paid');

    await world.moveTo('2024-09-01', '23:00');
    expect(await stageOf(forgetful, forgetfulId)).toBe('to-pay');
    await world.moveTo('2024-09-02', '03:00');
    expect(await stageOf(forgetful, forgetfulId)).toBe('lapsed');
    expect(await told(forgetful)).toContain('application-lapsed');
  });

  it('gives the ticket out five calendar days before', async () => {
    const ticket = () => lin.api.call(sittings.getTicket, { params: { id: linId } });
    await world.moveTo('2024-09-15', '20:00');
    expect(await ticket()).toMatchObject({ code: 'too-early', data: { opensOn: '2024-09-16' } });
    await world.moveTo('2024-09-16');
    expect((await ticket()).code).toBe('ok');
    const pdf = await lin.api.file(sittings.downloadTicket, { params: { id: linId } });
    const said = readPdfText(pdf).replaceAll(/\s/g, '');
    // 四（三）, 三（四） and 三（三）: whom to ask, that it is to be printed, and where the invoice comes from
    for (const printed of ['010-68256762转8034', '打印', '缴费发票由报考人员于考试当日向考务人员申请领取'])
      expect(said).toContain(printed);
  });

  it('shows results for seven days, rechecks a mark, and certifies afterwards', async () => {
    await world.moveTo('2024-09-22');
    const { number } = await lin.api.ok(sittings.getTicket, { params: { id: linId } });
    await examinationMarked(world, administrator, sessionId, { [number]: { 理论知识: 59.5, 操作技能: 88 } });
    await everythingChecked(await colleagueOf(world, administrator, cecc.id, 'hedui', ['score-officer']), sessionId);
    await world.moveTo('2024-09-30');
    const params = { id: sessionId };
    expect(await administrator.api.ok(results.publishResults, { body: {}, params })).toMatchObject({
      publishedOn: '2024-09-30',
      publicityCloses: '2024-10-07',
      candidates: 1,
    });
    expect(await lin.api.ok(results.getResult, { params: { id: linId } })).toMatchObject({
      outcome: 'failed',
      kept: [{ subject: 'skill', until: '2025-09-30' }],
    });
    const again = await planSession(administrator, {
      noticeId,
      name: '2024年12月批次',
      examOn: '2024-12-21',
      offerings: { [offeringCode]: ['theory', 'skill'] },
      opens: '2024-09-30',
      closes: '2024-11-25',
      payBy: '2024-12-01',
    });
    const anew = (who: SignedInPerson, more: { forfeitsPasses?: true } = {}) =>
      who.api.call(applications.createApplication, { body: { sessionId: again, offeringCode, ...more } });
    expect(await anew(lin)).toMatchObject({
      code: 'passes-kept',
      data: { applicationId: linId, until: '2025-09-30' },
    });
    expect((await anew(forgetful)).code).toBe('ok');
    expect((await anew(lin, { forfeitsPasses: true })).code).toBe('ok');
    const body = { subject: 'theory' as const, reason: '与估分差距较大' };
    await lin.api.ok(results.askScoreReview, { params: { id: linId }, body });
    const [review] = (await checker.api.ok(scoreReviewList.rows, { params, query: {} })).items;
    await checker.api.ok(results.decideScoreReview, {
      params: { id: review?.id ?? '' },
      body: { outcome: 'corrected', points: '60', reason: '漏登一题' },
    });
    expect(await lin.api.ok(results.getResult, { params: { id: linId } })).toMatchObject({
      outcome: 'passed',
      kept: [],
    });
    await world.moveTo('2024-10-07', '20:00');
    expect(await administrator.api.refused(certificates.previewCertificates, { params })).toMatchObject({
      code: 'publicity-open',
      data: { until: '2024-10-07' },
    });
    await world.moveTo('2024-10-08');
    expect(await issueCertificates(administrator.api, params.id)).toMatchObject({ issued: 1 });
    expect(await lin.api.ok(certificates.getCertificate, { params: { id: linId } })).toMatchObject({
      name: '林小区',
      issuedOn: '2024-10-08',
    });
    expect(await stageOf(lin, linId)).toBe('certified');
  });
});
