import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type BarredDecision,
  applications,
  bans,
  breachCases,
  counter,
  messages,
  orders,
  rosterRows,
  rosters,
  sittings,
} from '@jikaotong/shared/contract';
import { localDate } from '@jikaotong/shared/kernel';
import { peopleCaseList } from '@jikaotong/shared/lists';
import { refusalSentence } from '@jikaotong/shared/words';
import { portrait } from '../builders/photos';
import { approvedFor, uploaded } from '../support/apply';
import { confirmed, tickAll } from '../support/counter';
import { type Candidate, type Examination, openExamination } from '../support/examination';
import { casesOf } from '../support/listed-cases';
import { openSession } from '../support/open-session';
import { type SignedInPerson, bspia, candidateByPhone, candidateByWechat, staffMember } from '../support/people';
import { printConduct } from '../support/printed-conduct';
import { installerRow, openRoster, photosOf } from '../support/rosters';
import { approvedUnit } from '../support/units';
import { type World, openWorld } from '../support/world';

/** Another session of December that somebody has paid for when a breach of the first one is decided. */
const SECOND = {
  name: '2026年12月第二批',
  examStart: localDate('2026-12-26'),
  examEnd: localDate('2026-12-26'),
  applicationOpens: localDate('2026-11-16'),
  applicationCloses: localDate('2026-11-30'),
  paymentCloses: localDate('2026-12-04'),
};
/** One that is still to be paid for then. */
const LAST = {
  ...SECOND,
  name: '2026年12月第三批',
  examStart: localDate('2026-12-31'),
  examEnd: localDate('2026-12-31'),
  paymentCloses: localDate('2026-12-23'),
};

describe('what somebody paid for who may not take part since', () => {
  let world: World;
  let exam: Examination;
  let second: SignedInPerson;
  let third: SignedInPerson;
  let later: string;
  let agent: SignedInPerson;
  let roster: string;
  let receiptId: string;
  const people = new Map<string, { first: Candidate; paid: Candidate; breachId: string }>();
  const of = (name: string) => people.get(name) ?? expect.fail(`nobody is called ${name}`);
  const bannedFrom = async (name: string) => {
    const { first } = of(name);
    const facts = { item: 'tier-3-4', facts: '由他人冒名顶替' };
    const { id } = await exam.officer.api.ok(breachCases.openBreach, { params: { id: first.id }, body: facts });
    const params = { id };
    await exam.officer.api.ok(breachCases.notifyBreach, { params });
    await first.person.api.ok(breachCases.stateToBreach, { params, body: { words: '没有这回事' } });
    const body = { drops: false, severity: 'light' as const, reason: '人脸比对不符' };
    await exam.officer.api.ok(breachCases.proposeBreach, { params, body });
    await second.api.ok(breachCases.confirmBreach, { params, body: { agrees: true } });
    return id;
  };
  const caseOf = async (name: string) => {
    const query = { kind: 'banned-paid', q: name };
    const { items } = await exam.reviewer.api.ok(peopleCaseList.rows, { params: bspia, query });
    return items[0];
  };
  const decide = (name: string, id: string, decision: BarredDecision) =>
    exam.reviewer.api.call(bans.decideBannedPaid, { params: { id }, body: { decision, reason: `${name}的处理` } });
  const ticketOf = ({ person, id }: Candidate) => person.api.call(sittings.getTicket, { params: { id } });
  const scanned = async (qr: string) =>
    (await world.stranger.ok(sittings.verifyTicket, { query: { token: qr } })).state;
  /** A unit hands somebody in for the second session who has paid alone for the first one. */
  const byUnit = async () => {
    const person = await candidateByWechat(world, 'o-unit');
    const who = { name: '学员', order: 9 };
    const first = { person, id: await approvedFor(person, exam.reviewer, exam.params.id, who), who };
    await exam.pay(first);
    agent = await candidateByPhone(world, '13900000001');
    roster = (await openRoster(agent, await approvedUnit(agent, exam.reviewer), later)).id;
    const params = { id: roster };
    const row = await agent.api.ok(rosterRows.addRosterRow, { params, body: { values: installerRow(9) } });
    const file = { bytes: await photosOf([9]), name: '照片.zip' };
    expect(await agent.api.ok(rosters.uploadRosterPhotos, { params, file })).toMatchObject({ taken: 1 });
    await world.runJobs();
    const fileId = await uploaded(agent, 'document', await portrait());
    const { version } = await agent.api.ok(rosterRows.getRosterRow, { params: { ...params, rowId: row.id } });
    const signed = { params: { ...params, rowId: row.id }, body: { fileId, version } };
    const ready = await agent.api.ok(rosterRows.takeSignedForm, signed);
    expect(ready).toMatchObject({ standing: 'ready', confirmed: 'form', reasons: [] });
    await agent.api.ok(rosters.submitRoster, { params, body: { firstReviewed: false } });
    await world.runJobs();
    const slip = await exam.reviewer.api.ok(counter.getAtCounter, { params: { id: row.id } });
    const { application } = await confirmed(exam.reviewer, await tickAll(exam.reviewer, slip));
    expect(application.state).toBe('submitted');
    people.set('学员', { first, paid: { person: agent, id: row.id, who }, breachId: '' });
  };
  /** Somebody has paid for the first session, and says by a voucher that the second one is paid, too. */
  const byVoucher = async () => {
    const person = await candidateByWechat(world, 'o-voucher');
    const who = { name: '凭证', order: 11 };
    const first = { person, id: await approvedFor(person, exam.reviewer, exam.params.id, who), who };
    await exam.pay(first);
    const last = await openSession(exam.administrator, LAST);
    const paid = { person, id: await approvedFor(person, exam.reviewer, last, who), who };
    const order = await person.api.ok(orders.getOrder, { params: { id: paid.id } });
    const body = { fileId: await uploaded(person, 'voucher', await portrait()), paidOn: world.today() };
    const { receipts } = await person.api.ok(orders.claimTransfer, { params: { id: order.id }, body });
    receiptId = receipts[0]?.id ?? '';
    people.set('凭证', { first, paid, breachId: '' });
  };
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    await printConduct(world);
    exam = await openExamination(world);
    second = await staffMember(world, exam.administrator, 'kaowu2', ['exam-officer']);
    third = await staffMember(world, exam.administrator, 'kaowu3', ['exam-officer']);
    later = await openSession(exam.administrator, SECOND);
    for (const [order, name] of ['退费', '不退', '保留', '申诉'].entries()) {
      const person = await candidateByWechat(world, `o-${order}`);
      const who = { name, order };
      const apply = async (sessionId: string): Promise<Candidate> => {
        const one = { person, id: await approvedFor(person, exam.reviewer, sessionId, who), who };
        await exam.pay(one);
        return one;
      };
      people.set(name, { first: await apply(exam.params.id), paid: await apply(later), breachId: '' });
    }
    await byUnit();
    await byVoucher();
    await world.moveTo('2026-12-21', '10:00');
    for (const [name, one] of people) people.set(name, { ...one, breachId: await bannedFrom(name) });
  });
  afterAll(() => world.stop());

  it('is shown to whoever reviews, and to nobody else', async () => {
    const { first, paid, breachId } = of('退费');
    const params = { id: paid.id };
    const ask = (who: SignedInPerson) => who.api.call(bans.getBanOfCandidate, { params });
    const { ban } = await exam.reviewer.api.ok(bans.getBanOfCandidate, { params });
    expect(ban).toMatchObject({ until: expect.any(String), source: { clause: expect.any(String) } });
    expect(await exam.officer.api.ok(bans.getBan, { params: { id: ban?.id ?? '' } })).toMatchObject({
      name: '退费',
      breachId,
    });
    expect((await ask(exam.finance)).status).toBe(403);
    expect((await ask(paid.person)).status).toBe(403);
    const ofFirst = await exam.reviewer.api.ok(bans.getBanOfCandidate, { params: { id: first.id } });
    expect(ofFirst.ban?.id).toBe(ban?.id);
  });

  it('waits as a case that nobody closes with a word', async () => {
    const found = await caseOf('退费');
    expect(found).toMatchObject({ name: '退费', kind: 'banned-paid', state: 'open' });
    const word = { action: 'note' as const, note: '知道了' };
    const closed = await exam.reviewer.api.refused(orders.resolveCase, { params: { id: found?.id ?? '' }, body: word });
    expect(closed).toMatchObject({ code: 'wrong-state', data: { state: 'banned-paid' } });
    for (const other of [exam.finance, exam.publisher]) {
      const body = { decision: 'refund' as const, reason: '看看' };
      expect((await other.api.refused(bans.decideBannedPaid, { params: { id: found?.id ?? '' }, body })).status).toBe(
        403,
      );
    }
  });

  it('is stopped and paid back, once by two who decide at once: the ticket is revoked, and the person hears why', async () => {
    const { paid } = of('退费');
    const ticket = await paid.person.api.ok(sittings.getTicket, { params: { id: paid.id } });
    const { id = '' } = (await caseOf('退费')) ?? {};
    const both = await Promise.all([decide('退费', id, 'refund'), decide('退费', id, 'refund')]);
    expect(both.map(({ code }) => code).toSorted()).toEqual(['ok', 'wrong-state']);
    expect(await exam.stageOf(paid)).toBe('rejected');
    expect(await scanned(ticket.qr)).toBe('revoked');
    expect((await ticketOf(paid)).code).not.toBe('ok');
    expect((await exam.toldTo(paid)).find(({ code }) => code === 'breach-barred')).toMatchObject({
      data: { reason: '退费的处理' },
    });
    const { rejection } = await paid.person.api.ok(applications.getApplication, { params: { id: paid.id } });
    expect(rejection).toContain('按违纪处理决定');
    expect(await caseOf('退费')).toMatchObject({ state: 'resolved' });
    const due = (await casesOf(exam.finance, 'open')).filter(({ applicationId }) => applicationId === paid.id);
    expect(due).toMatchObject([{ kind: 'refund-due', amountFen: 28_000, refund: 'requested' }]);
    // whoever pays for others reads why, too
    const order = await paid.person.api.ok(orders.getOrder, { params: { id: paid.id } });
    expect(order.refunds).toMatchObject([{ reason: '报名已停止，费用退回' }]);
  });

  it('is a case of finance where it goes back, and none where the notice says that it stays', async () => {
    const { paid } = of('不退');
    const before = (await casesOf(exam.finance, 'open')).length;
    expect((await decide('不退', (await caseOf('不退'))?.id ?? '', 'keep-fee')).code).toBe('ok');
    expect(await exam.stageOf(paid)).toBe('rejected');
    expect((await casesOf(exam.finance, 'open')).length).toBe(before);
    const order = await paid.person.api.ok(orders.getOrder, { params: { id: paid.id } });
    expect(order).toMatchObject({ state: 'settled', refunds: [] });
    expect((await exam.toldTo(paid))[0]).toMatchObject({ code: 'breach-barred', data: { decision: 'keep-fee' } });
  });

  it('is owed no more where the fee stays and the transfer never came', async () => {
    const { paid } = of('凭证');
    const { id = '' } = (await caseOf('凭证')) ?? {};
    expect(await decide('凭证', id, 'keep-fee')).toMatchObject({ data: { state: 'transfer-claimed' } });
    const body = { reason: '未查到到账记录' };
    await exam.finance.api.ok(orders.refuseTransfer, { params: { id: receiptId }, body });
    expect((await decide('凭证', id, 'keep-fee')).code).toBe('ok');
    expect(await exam.stageOf(paid)).toBe('rejected');
    const order = await paid.person.api.ok(orders.getOrder, { params: { id: paid.id } });
    expect(order).toMatchObject({ state: 'cancelled', refunds: [] });
  });

  it('stands where staff say so', async () => {
    const { paid } = of('保留');
    const ticket = await paid.person.api.ok(sittings.getTicket, { params: { id: paid.id } });
    expect((await decide('保留', (await caseOf('保留'))?.id ?? '', 'stand')).code).toBe('ok');
    expect(await scanned(ticket.qr)).toBe('issued');
    expect((await exam.toldTo(paid))[0]).toMatchObject({ code: 'breach-barred', data: { decision: 'stand' } });
  });

  it('goes on by itself where the appeal takes the ban back before anybody decided', async () => {
    const { first, paid, breachId } = of('申诉');
    const params = { id: breachId };
    // its results came meanwhile: what nobody decided is open all the same
    const published = (day: string | null) =>
      world.db.tx((h) =>
        h.run('UPDATE participant SET results_published_on = ? WHERE candidate_id = ?', [day, paid.id]),
      );
    await published('2026-12-30');
    await first.person.api.ok(breachCases.appealBreach, { params, body: { words: '本人有在场证明' } });
    const body = { stands: false, reason: '经复核，系录入错误' };
    await third.api.ok(breachCases.decideBreachAppeal, { params, body });
    await published(null);
    const found = await caseOf('申诉');
    expect(found).toMatchObject({ state: 'resolved' });
    expect((await decide('申诉', found?.id ?? '', 'refund')).code).toBe('wrong-state');
    expect((await ticketOf(paid)).code).toBe('ok');
  });

  it('is looked into by the body, and no more than that, for the agent of a unit', async () => {
    const row = { params: { id: roster, rowId: of('学员').paid.id } };
    const seen = await agent.api.ok(rosterRows.getRosterRow, row);
    expect(seen).toMatchObject({ state: 'rejected', rejection: refusalSentence('checked-by-body') });
    expect(JSON.stringify(seen)).not.toContain('违纪');
    const told = (await agent.api.ok(messages.listMessages, { query: {} })).items;
    expect(JSON.stringify(told)).not.toMatch(/breach|违纪|banned/);
  });
});
