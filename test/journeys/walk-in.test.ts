import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applications, counter, messages, orders, sittings, slips } from '@jikaotong/shared/contract';
import { orderList } from '@jikaotong/shared/lists';
import { futureInstaller } from '../builders/facts';
import { portrait } from '../builders/photos';
import { identityOf, readyDraft, uploaded } from '../support/apply';
import { confirmed, tickAll } from '../support/counter';
import { openExamination } from '../support/examination';
import { candidateByPhone, candidateByWechat, firstAdministrator } from '../support/people';
import { type World, openWorld } from '../support/world';

const statements = { truthful: true, noticeRead: true } as const;

describe('a walk-in without a phone, at B26', () => {
  let world: World;
  let exam: Awaited<ReturnType<typeof openExamination>>;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23', time: '09:30' });
    exam = await openExamination(world);
  });
  afterAll(() => world.stop());

  /** What finance finds by a name at the counter. */
  const owedBy = async (applicationId: string, q: string) => {
    const { items } = await exam.finance.api.ok(orderList.rows, { params: { id: 'bspia' }, query: { q } });
    const found = await Promise.all(
      items.map(({ id }) => exam.finance.api.ok(orders.getStaffOrder, { params: { id } })),
    );
    return found.find((order) => order.applicationId === applicationId);
  };
  const entered = async (who: { name: string; order: number; phone?: string }) => {
    const { reviewer, params } = exam;
    const view = await reviewer.api.ok(counter.enterWalkIn, {
      body: { sessionId: params.id, offeringCode: 'installer-5', consents: true },
    });
    const id = view.application.id;
    const filled = await reviewer.api.ok(counter.saveAtCounter, {
      params: { id },
      ifMatch: view.application.version,
      body: {
        candidate: identityOf(who),
        facts: futureInstaller(),
        route: '1',
        photoFileId: await uploaded(reviewer, 'photo', await portrait()),
      },
    });
    return tickAll(reviewer, filled);
  };

  const accountCount = async () => {
    const [row] = await world.db.read((h) => h.query<{ n: number | string }>('SELECT COUNT(*) AS n FROM account'));
    return Number(row?.n);
  };

  it('is entered, confirmed, approved, pays cash, and claims it later', async () => {
    const { reviewer, finance, params } = exam;
    const listed = await reviewer.api.ok(counter.listCounterSessions, {});
    expect(listed.items).toMatchObject([
      { sessionId: params.id, individuals: 'online', counter: { now: { state: 'open' } } },
    ]);
    const before = await accountCount();
    const ticked = await entered({ name: '陈师傅', order: 11, phone: '13700002222' });
    expect(await accountCount()).toBe(before);
    expect(ticked.slip).toMatchObject({ walkIn: true, state: 'waiting' });
    const done = await confirmed(reviewer, ticked);
    const { id, version } = done.application;
    await reviewer.api.ok(applications.approveApplication, { params: { id }, body: { version } });
    const order = await owedBy(id, '陈师傅');
    const cash = { method: 'cash' as const, amountFen: order?.totalFen ?? 0, paidOn: world.today() };
    await finance.api.ok(orders.recordReceipt, { params: { id: order?.id ?? '' }, body: cash });
    expect((await reviewer.api.ok(counter.getAtCounter, { params: { id } })).application.progress.stage).toBe('paid');

    const claim = {
      name: '陈师傅',
      documentType: 'resident-id' as const,
      documentNumber: identityOf({ order: 11 }).documentNumber,
    };
    const wechatOnly = await candidateByWechat(world, 'o-nobody');
    expect((await wechatOnly.api.refused(slips.claimWalkIn, { body: claim })).code).toBe('phone-not-proven');
    const other = await candidateByPhone(world, '13700003333');
    for (let tries = 0; tries < 5; tries += 1)
      expect((await other.api.refused(slips.claimWalkIn, { body: claim })).code).toBe('claim-not-found');
    expect((await other.api.refused(slips.claimWalkIn, { body: claim })).code).toBe('too-many-requests');

    const chen = await candidateByPhone(world, '13700002222');
    const wrong = { ...claim, name: '陈师父' };
    expect((await chen.api.refused(slips.claimWalkIn, { body: wrong })).code).toBe('claim-not-found');
    expect(await chen.api.ok(slips.claimWalkIn, { body: claim })).toMatchObject({ id, progress: { stage: 'paid' } });
    expect((await chen.api.ok(orders.getOrder, { params: { id } })).state).toBe('settled');
    // what was said while nobody could be told stands there now
    const told = await chen.api.ok(messages.listMessages, { query: {} });
    expect(told.items.map(({ code, applicationId }) => [code, applicationId])).toEqual([
      ['payment-settled', id],
      ['application-approved', id],
      ['application-submitted', id],
    ]);
    expect((await chen.api.refused(slips.claimWalkIn, { body: claim })).code).toBe('claim-not-found');
    expect((await reviewer.api.refused(counter.dropWalkIn, { params: { id } })).code).toBe('wrong-state');
  });

  it('gets a case, not a refusal, when the document is held; and may be given up', async () => {
    const { reviewer, params } = exam;
    const online = await candidateByWechat(world, 'o-online');
    const draft = await readyDraft(online, params.id, { order: 12 });
    await online.api.ok(applications.submitApplication, { params: { id: draft.id }, body: statements });
    expect((await online.api.refused(slips.createSlip, { params: { id: draft.id } })).code).toBe('wrong-state');
    const twice = await confirmed(reviewer, await entered({ name: '张伟', order: 12 }));
    expect(twice.application.cases).toMatchObject([{ kind: 'document-twice' }]);
    await reviewer.api.ok(counter.dropWalkIn, { params: { id: twice.application.id } });
    expect(await reviewer.api.ok(counter.getAtCounter, { params: { id: twice.application.id } })).toMatchObject({
      application: { state: 'withdrawn' },
    });
  });

  it('makes no slip where individuals apply online', async () => {
    const person = await candidateByWechat(world, 'o-slip');
    const draft = await readyDraft(person, exam.params.id, { order: 13 });
    expect((await person.api.refused(slips.createSlip, { params: { id: draft.id } })).code).toBe('counter-not-offered');
  });

  it('gets a ticket on paper from the staff of the body, and of no other', async () => {
    const { administrator, reviewer, finance, officer, params } = exam;
    const done = await confirmed(reviewer, await entered({ name: '周师傅', order: 14, phone: '13700004444' }));
    const { id, version } = done.application;
    await reviewer.api.ok(applications.approveApplication, { params: { id }, body: { version } });
    const order = await owedBy(id, '周师傅');
    const transfer = { method: 'transfer' as const, amountFen: order?.totalFen ?? 0, paidOn: world.today() };
    await finance.api.ok(orders.recordReceipt, { params: { id: order?.id ?? '' }, body: transfer });
    const early = await reviewer.api.refused(sittings.downloadTicket, { params: { id } });
    expect(early).toMatchObject({ code: 'too-early', data: { opensOn: '2026-12-07' } });
    await officer.api.ok(sittings.seatSession, { params });
    await world.moveTo('2026-12-07');
    const ticket = await reviewer.api.file(sittings.downloadTicket, { params: { id } });
    expect(ticket.subarray(0, 5).toString()).toBe('%PDF-');
    const elsewhere = await firstAdministrator(world, 'waidi', { id: 'elsewhere', name: '外地协会' });
    expect((await elsewhere.api.refused(sittings.downloadTicket, { params: { id } })).code).toBe('not-found');
    expect(
      (await administrator.api.refused(counter.confirmAtCounter, { params: { id }, body: { version, ...statements } }))
        .code,
    ).toBe('wrong-state');
  });
});
