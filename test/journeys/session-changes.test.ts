import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applications, orders, overview, sessionChanges, sessions, sittings } from '@jikaotong/shared/contract';
import { orderList } from '@jikaotong/shared/lists';
import { localDate } from '@jikaotong/shared/kernel';
import { handIn, readyDraft } from '../support/apply';
import { type Candidate, type Story, october, openStory, reason, september } from '../support/changed-session';
import { eventually } from '../support/eventually';
import { openSession } from '../support/open-session';
import { candidateByWechat, firstAdministrator } from '../support/people';
import type { World } from '../support/world';

const day = localDate;
const toOctober = { examStart: day('2026-10-11'), examEnd: day('2026-10-11'), paymentCloses: day('2026-09-24') };

const spans = (windows: readonly { kind: string; opens: string | null; closes: string | null }[]) =>
  Object.fromEntries(windows.map(({ kind, opens, closes }) => [kind, [opens, closes]]));

describe('a session that is moved', () => {
  let story: Story;
  let world: World;
  let sessionId: string;
  let otherId: string;
  let draft: Candidate;
  let waiting: Candidate;
  let unpaid: Candidate;
  let keeps: Candidate;
  let goes: Candidate;
  let leaves: Candidate;
  let leavesCash: Candidate;
  let expires: Candidate;
  beforeAll(async () => {
    story = await openStory();
    world = story.world;
    sessionId = await openSession(story.administrator, september);
    otherId = await openSession(story.administrator, october);
    const person = await candidateByWechat(world, 'o-draft');
    draft = { person, id: (await readyDraft(person, sessionId, { order: 90 })).id };
    waiting = await story.submitted(sessionId);
    unpaid = await story.approved(sessionId);
    keeps = await story.paid(sessionId);
    goes = await story.paidByWechat(sessionId);
    leaves = await story.paidByWechat(sessionId);
    leavesCash = await story.paid(sessionId);
    const eva = await candidateByWechat(world, 'o-eva');
    const ready = await readyDraft(eva, sessionId, { order: 91 });
    const saved = await eva.api.ok(applications.saveApplication, {
      params: { id: ready.id },
      ifMatch: ready.version,
      body: { candidate: { documentExpiresOn: day('2026-10-10') } },
    });
    expires = { person: eva, id: (await handIn(eva, saved.id)).id };
    await story.approve(expires);
    await world.moveTo('2026-09-10');
  });
  afterAll(() => world.stop());

  const params = () => ({ id: sessionId });
  const act = async (key?: string) => {
    const { revision } = await story.preview(sessionId);
    const body = { revision, reason, choiceUntil: day('2026-09-28'), ...toOctober, assumptions: [] };
    return { params: params(), body, ...(key === undefined ? {} : { key }) };
  };

  it('shows beforehand what it would do, and changes nothing by that', async () => {
    const seen = await story.preview(sessionId, { examStart: toOctober.examStart });
    expect(seen.reach).toEqual({ drafts: 1, submitted: 1, returned: 0, approved: 6, paid: 4, ticketed: 0 });
    expect(spans(seen.before)).toMatchObject({
      ticket: ['2026-09-20', '2026-09-26'],
      results: ['2026-10-09', '2026-10-09'],
      publicity: ['2026-10-09', '2026-10-19'],
    });
    // DOMAIN §5: exam 2026-10-11 → 09-29, 10-16, 10-27; what has closed stays closed
    expect(spans(seen.move?.windows ?? [])).toMatchObject({
      application: ['2026-08-24', '2026-09-08'],
      payment: ['2026-08-24', '2026-09-15'],
      exam: ['2026-10-11', '2026-10-11'],
      ticket: ['2026-09-29', '2026-10-11'],
      results: ['2026-10-16', '2026-10-16'],
      publicity: ['2026-10-16', '2026-10-27'],
    });
    expect(seen.move?.assumptions).toEqual([]);
    expect(new Set(seen.move?.papers.map((paper) => paper.day))).toEqual(new Set(['2026-10-11']));
    expect((await world.stranger.ok(sessions.getSession, { params: params() })).examStart).toBe('2026-09-26');
    expect(await story.toldTo(draft)).toBeUndefined();
  });

  it('is moved by nobody but its planners, for a reason, to days that lie ahead', async () => {
    const good = await act();
    for (const person of [story.reviewer, story.finance, keeps.person])
      expect((await person.api.refused(sessionChanges.moveSession, good)).code).toBe('forbidden');
    const elsewhere = await firstAdministrator(world, 'waidi', { id: 'elsewhere', name: '外地协会' });
    expect((await elsewhere.api.refused(sessionChanges.moveSession, good)).code).toBe('not-found');
    const refused = async (change: Partial<(typeof good)['body']>) =>
      (await story.officer.api.refused(sessionChanges.moveSession, { ...good, body: { ...good.body, ...change } }))
        .code;
    expect(await refused({ reason: '  ' })).toBe('invalid-input');
    expect(await refused({ choiceUntil: day('2026-09-09') })).toBe('choice-day-wrong');
    expect(await refused({ choiceUntil: day('2026-10-11') })).toBe('choice-day-wrong');
    expect(await refused({ examStart: day('2026-09-10'), examEnd: day('2026-09-10') })).toBe('window-order-wrong');
    expect(await refused({ paymentCloses: day('2026-10-11') })).toBe('window-order-wrong');
    expect(await refused({ revision: '0'.repeat(36) })).toBe('changed-meanwhile');
    const { paymentCloses: _, ...same } = good.body;
    const still = {
      ...same,
      examStart: september.examStart,
      examEnd: september.examEnd,
      choiceUntil: day('2026-09-20'),
    };
    expect((await story.officer.api.refused(sessionChanges.moveSession, { ...good, body: still })).code).toBe(
      'nothing-changed',
    );
  });

  it('moves once, however often it is said', async () => {
    const good = await act('one-tap-of-the-officer');
    const answers = await Promise.all([1, 2, 3].map(() => story.officer.api.call(sessionChanges.moveSession, good)));
    expect(new Set(answers.map(({ code }) => code))).toEqual(new Set(['ok']));
    const again = await story.officer.api.refused(sessionChanges.moveSession, { ...good, key: 'another-tap' });
    expect(again.code).toBe('changed-meanwhile');
    const session = await story.officer.api.ok(sessions.getStaffSession, { params: params() });
    expect(session.changes).toMatchObject([
      {
        kind: 'moved',
        on: '2026-09-10',
        reason,
        byName: 'kaowu',
        told: 8,
        choiceUntil: '2026-09-28',
        before: { examStart: '2026-09-26' },
        after: { examStart: '2026-10-11' },
      },
    ]);
    expect(spans(session.changes[0]?.windowsBefore ?? [])['ticket']).toEqual(['2026-09-20', '2026-09-26']);
    expect(spans(session.windows)).toMatchObject({
      application: ['2026-08-24', '2026-09-08'],
      payment: ['2026-08-24', '2026-09-24'],
      ticket: ['2026-09-29', '2026-10-11'],
      publicity: ['2026-10-16', '2026-10-27'],
    });
    const { changes } = await world.stranger.ok(sessions.getSession, { params: params() });
    expect(changes).toEqual([
      {
        id: expect.any(String),
        kind: 'moved',
        on: '2026-09-10',
        reason,
        before: { examStart: '2026-09-26', examEnd: '2026-09-26' },
        after: { examStart: '2026-10-11', examEnd: '2026-10-11' },
      },
    ]);
  });

  it('tells everybody the old and the new day, and until when to choose', async () => {
    const data = {
      sessionName: september.name,
      examBefore: '2026-09-26',
      examOn: '2026-10-11',
      reason,
      choiceUntil: '2026-09-28',
    };
    for (const one of [waiting, unpaid, keeps, goes, leaves, leavesCash])
      expect(await story.toldTo(one)).toEqual({ code: 'session-changed', data });
    expect(await story.toldTo(draft)).toEqual({ code: 'session-changed', data: { ...data, choiceUntil: null } });
    expect(await story.nextOf(keeps)).toEqual(['answer-change']);
    expect(await story.nextOf(draft)).toEqual(['withdraw']);
    expect(await story.changeOf(keeps)).toEqual({
      kind: 'moved',
      sessionName: september.name,
      on: '2026-09-10',
      reason,
      before: { examStart: '2026-09-26', examEnd: '2026-09-26' },
      after: { examStart: '2026-10-11', examEnd: '2026-10-11' },
      until: '2026-09-28',
      choice: null,
      paidFen: 28_000,
      paidByUnit: false,
      claimed: false,
      hasOrder: true,
      others: [{ sessionId: otherId, name: october.name, examStart: '2026-10-24', examEnd: '2026-10-24' }],
    });
    const stranger = await candidateByWechat(world, 'o-stranger');
    const refused = await stranger.api.refused(sessionChanges.getSessionChange, { params: { id: keeps.id } });
    expect(refused.code).toBe('not-found');
  });

  it('gives staff a case of a document that will have expired, and tells its owner', async () => {
    expect(await story.toldTo(expires)).toEqual({ code: 'exam-day-recheck', data: { examOn: '2026-10-11' } });
    expect(await story.cases(story.reviewer)).toMatchObject([{ kind: 'exam-day-changed', applicationId: expires.id }]);
    expect(await story.cases(story.finance)).toEqual([]);
  });

  it('lets the candidate keep it, and choose anew until the day', async () => {
    expect((await story.answer(keeps, { choice: 'keep' })).progress.next).toEqual([]);
    expect(await story.changeOf(keeps)).toMatchObject({ choice: 'keep' });
    const stranger = await candidateByWechat(world, 'o-stranger-2');
    expect((await story.answerRefused({ ...keeps, person: stranger }, { choice: 'leave' })).code).toBe('not-found');
    expect((await story.answerRefused(draft, { choice: 'leave' })).code).toBe('wrong-state');
  });

  it('carries an application with what was paid to another session, once', async () => {
    const to = { choice: 'transfer' as const, sessionId: otherId };
    expect(await story.answerRefused(goes, { ...to, sessionId })).toMatchObject({
      code: 'transfer-refused',
      data: { reason: 'same-session' },
    });
    const answers = await Promise.all(
      [1, 2].map(() => goes.person.api.call(sessionChanges.answerSessionChange, { params: { id: goes.id }, body: to })),
    );
    expect(answers.map(({ code }) => code).filter((code) => code === 'ok')).toHaveLength(1);
    expect(await story.viewOf(goes)).toMatchObject({
      sessionId: otherId,
      state: 'approved',
      progress: { stage: 'paid' },
    });
    expect(await story.orderOf(goes)).toMatchObject({ state: 'settled', payBy: '2026-10-15', refunds: [] });
    expect(await story.toldTo(goes)).toEqual({
      code: 'session-transferred',
      data: { sessionName: october.name, examOn: '2026-10-24' },
    });
    expect(await story.changeOf(goes)).toBeNull();
    const there = await story.officer.api.ok(overview.getSessionCounts, { params: { id: otherId } });
    expect(there).toMatchObject({ approved: 1, paid: 1 });
    const at = { params: { id: 'bspia' }, query: { session: otherId } };
    expect((await story.finance.api.ok(orderList.counts, at)).sums).toEqual({ settled: 28_000 });
  });

  it('gives back in full by WeChat what came by WeChat, once finance agrees', async () => {
    const answers = await Promise.all(
      [1, 2].map(() =>
        leaves.person.api.call(sessionChanges.answerSessionChange, {
          params: { id: leaves.id },
          body: { choice: 'leave' },
        }),
      ),
    );
    expect(answers.map(({ code }) => code).filter((code) => code === 'ok')).toHaveLength(1);
    expect(await story.stageOf(leaves)).toBe('withdrawn');
    expect(await story.toldTo(leaves)).toEqual({
      code: 'session-left',
      data: { sessionName: september.name, totalFen: 28_000 },
    });
    expect(await story.orderOf(leaves)).toMatchObject({
      state: 'cancelled',
      refunds: [{ state: 'requested', amountFen: 28_000 }],
    });
    const [due, ...more] = await story.cases(story.finance, leaves);
    expect(more).toEqual([]);
    expect(due).toMatchObject({ kind: 'refund-due', amountFen: 28_000, refund: 'requested' });
    const resolve = (action: 'note' | 'refund') => {
      return { params: { id: due?.id ?? '' }, body: { action, note: '批次改期，全额退回' } };
    };
    expect((await story.finance.api.refused(orders.resolveCase, resolve('note'))).code).toBe('wrong-state');
    expect((await story.reviewer.api.refused(orders.resolveCase, resolve('refund'))).code).toBe('not-found');
    await story.finance.api.ok(orders.resolveCase, resolve('refund'));
    await eventually(async () => (await story.orderOf(leaves)).refunds[0]?.state === 'succeeded');
    expect((await story.orderOf(leaves)).refunds).toHaveLength(1);
  });

  it('gives back by hand what came over the counter', async () => {
    await story.answer(leavesCash, { choice: 'leave' });
    const [due] = await story.cases(story.finance, leavesCash);
    expect(due).toMatchObject({ kind: 'refund-due', amountFen: 28_000, refund: 'requested' });
    const resolve = (action: 'note' | 'refund') => {
      return { params: { id: due?.id ?? '' }, body: { action, note: '已退现金，考生签收' } };
    };
    expect((await story.finance.api.refused(orders.resolveCase, resolve('note'))).code).toBe('wrong-state');
    expect(await story.finance.api.ok(orders.resolveCase, resolve('refund'))).toMatchObject({ refund: 'succeeded' });
    expect(await story.orderOf(leavesCash)).toMatchObject({
      state: 'cancelled',
      refunds: [{ state: 'succeeded', amountFen: 28_000, reason: '已退现金，考生签收' }],
    });
    expect((await story.toldTo(leavesCash))?.code).toBe('refund-succeeded');
  });

  it('lets an open order follow the new last day to pay', async () => {
    expect((await story.orderOf(unpaid)).payBy).toBe('2026-09-24');
    await world.moveTo('2026-09-16');
    expect(await story.stageOf(unpaid)).toBe('to-pay');
    await world.moveTo('2026-09-25');
    expect(await story.stageOf(unpaid)).toBe('lapsed');
  });

  it('asks nobody after the day, and issues tickets on the new one', async () => {
    await world.moveTo('2026-09-29');
    expect((await story.answerRefused(keeps, { choice: 'leave' })).code).toBe('too-late');
    const ticket = await keeps.person.api.ok(sittings.getTicket, { params: { id: keeps.id } });
    expect(ticket.sittings.map((sitting) => sitting.day)).toEqual(['2026-10-11', '2026-10-11']);
  });

  it('takes tickets back when it is moved again, and issues others that are never the old ones', async () => {
    const old = await keeps.person.api.ok(sittings.getTicket, { params: { id: keeps.id } });
    const { revision, reach } = await story.preview(sessionId, { examStart: day('2026-10-18') });
    expect(reach.ticketed).toBe(1);
    await story.officer.api.ok(sessionChanges.moveSession, {
      params: params(),
      body: {
        revision,
        reason: '再次改期',
        choiceUntil: day('2026-10-11'),
        examStart: day('2026-10-18'),
        examEnd: day('2026-10-18'),
        assumptions: [],
      },
    });
    const refused = { code: 'ticket-revoked', data: { number: old.number, revokedOn: '2026-09-29' } };
    const of = { params: { id: keeps.id } };
    expect(await keeps.person.api.refused(sittings.getTicket, of)).toMatchObject(refused);
    expect(await keeps.person.api.refused(sittings.downloadTicket, of)).toMatchObject(refused);
    expect(await world.stranger.ok(sittings.verifyTicket, { query: { token: old.qr } })).toEqual({
      number: old.number,
      state: 'revoked',
      examOn: '2026-10-11',
      revokedOn: '2026-09-29',
    });
    expect(await story.nextOf(keeps)).toEqual(['answer-change']);
    const counts = await story.officer.api.ok(overview.getSessionCounts, { params: params() });
    expect(counts).toMatchObject({ seated: 0, ticketed: 0 });

    await world.moveTo('2026-10-12');
    const fresh = await keeps.person.api.ok(sittings.getTicket, of);
    expect(fresh.number).not.toBe(old.number);
    expect(fresh.sittings.map((sitting) => sitting.day)).toEqual(['2026-10-18', '2026-10-18']);
    expect(await world.stranger.ok(sittings.verifyTicket, { query: { token: fresh.qr } })).toMatchObject({
      state: 'issued',
      revokedOn: null,
    });
    await world.moveTo('2026-10-17', '09:30');
    expect(await story.toldTo(keeps)).toMatchObject({ code: 'exam-reminder', data: { examOn: '2026-10-18' } });
  });
});
