import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type BodyOf,
  applications,
  certificates,
  collections,
  counter,
  messages,
  orders,
  results,
  sessions,
  sittings,
  slips,
} from '@jikaotong/shared/contract';
import { localDate } from '@jikaotong/shared/kernel';
import { certificateList } from '@jikaotong/shared/lists';
import { portrait } from '../../builders/photos';
import { handInRefused, uploaded } from '../../support/apply';
import { colleagueOf, confirmed, firstOfShqbxh, openS25, prefilled, shqbxh, tickAll } from '../../support/counter';
import { examinationMarked } from '../../support/marking';
import { type SignedInPerson, candidateByPhone, equipBody } from '../../support/people';
import { casesOf } from '../../support/listed-cases';
import { type World, openWorld } from '../../support/world';
import { issueCertificates } from '../../support/issue-certificates';
import { readText } from '../../support/read-pages';

describe('S25: 保卫管理员三级, from the counter on its last Friday to the certificate', () => {
  let world: World;
  let administrator: SignedInPerson;
  let clerk: SignedInPerson;
  let finance: SignedInPerson;
  let sessionId: string;
  let gu: SignedInPerson;
  let guId: string;
  let late: SignedInPerson;
  let lateId: string;
  let slow: SignedInPerson;
  let slowId: string;
  const stageOf = async (person: SignedInPerson, id: string) =>
    (await person.api.ok(applications.getApplication, { params: { id } })).progress.stage;
  beforeAll(async () => {
    world = await openWorld({ day: '2025-06-12', time: '10:00' });
    administrator = await firstOfShqbxh(world);
    await equipBody(world, administrator, shqbxh);
    clerk = await colleagueOf(world, administrator, shqbxh.id, 'chuangkou', ['reviewer']);
    finance = await colleagueOf(world, administrator, shqbxh.id, 'caiwu', ['finance']);
    sessionId = await openS25(administrator, {
      name: '2025年7月批次',
      examOn: '2025-07-19',
      offeringCodes: ['security-manager-3'],
      opens: '2025-05-16',
      closes: '2025-06-15',
      payBy: '2025-06-20',
    });
    gu = await candidateByPhone(world, '13900000001');
    late = await candidateByPhone(world, '13900000002');
    slow = await candidateByPhone(world, '13900000003');
  });
  afterAll(() => world.stop());

  it('shows the printed row, a ticket from 07-12, and no publicity', async () => {
    const { windows } = await world.stranger.ok(sessions.getSession, { params: { id: sessionId } });
    const spans = windows.map(({ kind, opens, closes }) => [kind, opens, closes]);
    expect(spans).toEqual(
      expect.arrayContaining([
        ['application', '2025-05-16', '2025-06-15'],
        ['payment', '2025-05-21', '2025-06-20'],
        ['ticket', '2025-07-12', '2025-07-19'],
      ]),
    );
    expect(windows.map(({ kind }) => kind)).not.toContain('publicity');
  });

  it('tells staff that row 4 is odd, counts 20 days to the results or the other printed 30, and plans no October for 二级', async () => {
    const october = (offeringCode: string, name: string) =>
      administrator.api.ok(sessions.createSession, {
        body: {
          noticeId: 'shqbxh-2025-certification',
          name,
          offeringCodes: [offeringCode],
          examStart: localDate('2025-10-18'),
          examEnd: localDate('2025-10-18'),
          applicationOpens: localDate('2025-08-16'),
          applicationCloses: localDate('2025-09-15'),
          paymentCloses: localDate('2025-09-20'),
        },
      });
    const third = await october('security-manager-3', '2025年10月批次');
    expect(third.warnings.map(({ code }) => code)).toContain('schedule-flagged');
    expect(third.windows).toContainEqual(
      expect.objectContaining({ kind: 'payment', opens: '2025-08-20', closes: '2025-09-20' }),
    );
    const resultsOf = ({ windows }: typeof third) => windows.find(({ kind }) => kind === 'results');
    expect(resultsOf(third)?.closes).toBe('2025-11-14');
    const within = (resultsWithin: number | null) =>
      administrator.api.call(sessions.updateSession, { params: { id: third.id }, body: { resultsWithin } });
    expect(await within(25)).toMatchObject({ code: 'results-count-unprinted', data: { printed: '20,30' } });
    expect((await within(30)).code).toBe('ok');
    const longer = await administrator.api.ok(sessions.getStaffSession, { params: { id: third.id } });
    expect([longer.plan.resultsWithin, resultsOf(longer)?.closes]).toEqual([30, '2025-11-28']);
    expect(resultsOf(longer)?.source).toMatchObject({ clause: '三', quote: expect.stringContaining('30个工作日') });
    expect((await within(null)).code).toBe('ok');
    const usual = await administrator.api.ok(sessions.getStaffSession, { params: { id: third.id } });
    expect([usual.plan.resultsWithin, resultsOf(usual)?.closes]).toEqual([undefined, '2025-11-14']);
    const second = await october('security-manager-2', '2025年10月批次（二级）');
    const odd = second.warnings.find(({ code }) => code === 'month-not-listed');
    expect(odd?.data).toMatchObject({ month: '2025-10', listed: '2025-07,2025-08,2025-09,2025-11' });
  });

  it('is handed in at the counter only, on the last Friday of the window', async () => {
    const draft = await prefilled(gu, sessionId, { name: '顾卫民', order: 1 });
    guId = draft.id;
    expect((await handInRefused(gu, guId)).code).toBe('apply-at-counter');
    const slip = await gu.api.ok(slips.createSlip, { params: { id: guId } });
    expect(slip.counter).toMatchObject({ now: { state: 'closed' }, days: ['2025-06-13'], lastDay: '2025-06-13' });
    const other = await prefilled(late, sessionId, { name: '迟来', order: 2 });
    lateId = other.id;
    slowId = (await prefilled(slow, sessionId, { name: '晚到', order: 3 })).id;
    const codes = [slip.code];
    for (const [person, id] of [
      [late, lateId],
      [slow, slowId],
    ] as const)
      codes.push((await person.api.ok(slips.createSlip, { params: { id } })).code);

    await world.moveTo('2025-06-13', '10:00');
    for (const code of codes) {
      const seen = await clerk.api.ok(counter.openSlip, { params: { code: code ?? '' } });
      expect(seen.counter.now).toEqual({ state: 'open', until: '11:30' });
      const { application } = await confirmed(clerk, await tickAll(clerk, seen));
      const { id, version } = application;
      await clerk.api.ok(applications.approveApplication, { params: { id }, body: { version } });
    }
    expect(await stageOf(gu, guId)).toBe('to-pay');
  });

  it('counts as paid when the money has arrived, not when it was sent', async () => {
    const order = await gu.api.ok(orders.getOrder, { params: { id: guId } });
    expect(order).toMatchObject({ totalFen: 103_600, payBy: '2025-06-20', payee: { account: '03005062038' } });
    expect(order.methods).not.toContain('cash');
    await world.moveTo('2025-06-19', '15:00');
    const fileId = await uploaded(gu, 'voucher', await portrait());
    const claimed = await gu.api.ok(orders.claimTransfer, {
      params: { id: order.id },
      body: { fileId, paidOn: localDate('2025-06-19'), reference: '顾卫民 保卫管理员' },
    });
    expect(claimed.state).toBe('open');
    expect(await stageOf(gu, guId)).toBe('payment-checking');
    const sent = await slow.api.ok(orders.getOrder, { params: { id: slowId } });
    await world.moveTo('2025-06-20', '10:00');
    const slowVoucher = await uploaded(slow, 'voucher', await portrait());
    await slow.api.ok(orders.claimTransfer, {
      params: { id: sent.id },
      body: { fileId: slowVoucher, paidOn: localDate('2025-06-20') },
    });
    await finance.api.ok(orders.recordReceipt, {
      params: { id: order.id },
      body: {
        receiptId: claimed.receipts[0]?.id ?? '',
        method: 'transfer',
        amountFen: order.totalFen,
        paidOn: localDate('2025-06-20'),
      },
    });
    expect(await stageOf(gu, guId)).toBe('paid');
    await world.moveTo('2025-06-21', '03:00');
    expect(await stageOf(late, lateId)).toBe('lapsed');
    await world.moveTo('2025-06-23', '10:00');
    const arrival = { method: 'transfer' as const, amountFen: sent.totalFen, paidOn: localDate('2025-06-21') };
    const taken = await finance.api.ok(orders.recordReceipt, { params: { id: sent.id }, body: arrival });
    expect([taken.state, taken.receipts.map(({ state }) => state)]).toEqual(['lapsed', ['confirmed']]);
    expect(await stageOf(slow, slowId)).toBe('lapsed');
    const due = () => casesOf(finance);
    const [found] = await due();
    expect(found).toMatchObject({ kind: 'paid-late', orderId: sent.id, amountFen: 103_600, method: 'transfer' });
    const back = { action: 'refund' as const, note: '已原路转回' };
    await finance.api.ok(orders.resolveCase, { params: { id: found?.id ?? '' }, body: back });
    expect(await due()).toMatchObject([{ state: 'resolved', refund: 'succeeded' }]);
  });

  it('gets the ticket a week before the exam', async () => {
    const ticket = () => gu.api.call(sittings.getTicket, { params: { id: guId } });
    await world.moveTo('2025-07-11', '20:00');
    expect(await ticket()).toMatchObject({ code: 'too-early', data: { opensOn: '2025-07-12' } });
    await world.moveTo('2025-07-12');
    expect((await ticket()).code).toBe('ok');
  });

  it('reads the result alone: no list for the public, no score review, then the certificate', async () => {
    await world.moveTo('2025-07-20');
    const { number } = await gu.api.ok(sittings.getTicket, { params: { id: guId } });
    await examinationMarked(world, administrator, sessionId, { [number]: { 理论知识: 81, 操作技能: 76.5 } });
    await world.moveTo('2025-08-08');
    const params = { id: sessionId };
    expect(await administrator.api.ok(results.publishResults, { body: {}, params })).toMatchObject({
      publicityCloses: null,
    });
    expect(await gu.api.ok(results.getResult, { params: { id: guId } })).toMatchObject({
      outcome: 'passed',
      review: { opens: null, closes: null },
    });
    expect((await world.stranger.call(results.getPublicity, { params, query: {} })).code).not.toBe('ok');
    const body = { subject: 'theory' as const, reason: '与估分差距较大' };
    expect((await gu.api.call(results.askScoreReview, { params: { id: guId }, body })).code).not.toBe('ok');
    expect((await issueCertificates(administrator.api, params.id)).issued).toBe(1);
    const certificate = await gu.api.ok(certificates.getCertificate, { params: { id: guId } });
    expect(certificate).toMatchObject({ name: '顾卫民', issuedOn: '2025-08-08' });
    expect(await stageOf(gu, guId)).toBe('certified');
  });

  it('lets somebody else fetch the certificate with a letter and both documents, and no courier', async () => {
    const own = { params: { id: guId } };
    const { ways } = await gu.api.ok(collections.getCollection, own);
    expect(ways.map(({ method }) => method)).toEqual(['unit-list', 'in-person', 'agent-letter']);
    const delivery = { recipient: '顾卫民', phone: '13800000001', address: '上海市黄浦区人民大道1号' };
    const choose = (body: BodyOf<typeof collections.chooseCollection>) =>
      gu.api.call(collections.chooseCollection, { ...own, body });
    expect((await choose({ method: 'courier', delivery })).code).toBe('collection-not-offered');
    expect((await gu.api.refused(collections.downloadAgentLetter, own)).code).toBe('wrong-state');
    const agent = { name: '顾小妹', documentType: 'resident-id' as const, documentNumber: '440524188001010014' };
    const wrong = { ...agent, documentNumber: '440524188001010015' };
    expect((await choose({ method: 'agent-letter', agent: wrong })).code).toBe('identity-refused');
    expect((await choose({ method: 'agent-letter', agent })).data).toMatchObject({
      method: 'agent-letter',
      agent: { name: '顾小妹', documentNumberMasked: '4405**********0014' },
    });
    const letter = await readText(await gu.api.file(collections.downloadAgentLetter, own));
    const { number } = await gu.api.ok(certificates.getCertificate, own);
    for (const text of ['领证委托书', '顾卫民', '顾小妹', agent.documentNumber, number])
      expect(letter.replaceAll(/\s/g, '')).toContain(text);

    const [row] = (await administrator.api.ok(certificateList.rows, { params: { id: sessionId }, query: {} })).items;
    const params = { id: row?.id ?? '' };
    const seen = { letterSeen: true as const, principalDocumentSeen: true as const, agentDocumentSeen: true as const };
    const lacking = { method: 'agent-letter', agent, letterSeen: true, principalDocumentSeen: true };
    const unseen = await administrator.api.call(collections.handOverCertificate, { params, body: lacking as never });
    expect(unseen.code).toBe('invalid-input');
    const body = { method: 'agent-letter' as const, agent, ...seen };
    expect(await administrator.api.ok(collections.handOverCertificate, { params, body })).toMatchObject({
      handOver: 'collected',
      agent: { name: '顾小妹' },
      collectedOn: '2025-08-08',
    });
    const [told] = (await gu.api.ok(messages.listMessages, { query: {} })).items;
    expect(told).toMatchObject({ code: 'certificate-collected', data: { agent: 1 } });
  });
});
