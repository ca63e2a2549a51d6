import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { candidateRecord } from '@jikaotong/bff/features/candidates';
import { insert, newId } from '@jikaotong/bff/platform/db';
import { orders } from '@jikaotong/shared/contract';
import { fen } from '@jikaotong/shared/kernel';
import { moneyCaseList, peopleCaseList } from '@jikaotong/shared/lists';
import { type Case, caseRecord, caseWords } from '../../bff/src/features/cases/case.record';
import { moneyCaseSource, peopleCaseSource } from '../../bff/src/features/orders/case-list.repository';
import { planFaults } from '../../bff/src/platform/lists/plan.testing';
import { handedIn } from '../support/apply';
import { KNOWN_KEYS, addPaid, knownCrypto, nameOf, numberOf } from '../support/many-paid';
import { openSession } from '../support/open-session';
import { patience } from '../support/patience';
import { type SignedInPerson, bspia, candidateByWechat, firstAdministrator, staffMember } from '../support/people';
import { type World, openWorld } from '../support/world';

const EACH = 180;
const RESOLVED = 60;
const AMOUNT = fen(28_000);

describe(`${2 * EACH} cases of a body`, () => {
  let world: World;
  let administrator: SignedInPerson;
  let reviewer: SignedInPerson;
  let finance: SignedInPerson;
  let sessionId: string;
  const params = { id: bspia.id };
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23', env: KNOWN_KEYS });
    administrator = await firstAdministrator(world);
    reviewer = await staffMember(world, administrator, 'shenhe', ['reviewer']);
    finance = await staffMember(world, administrator, 'caiwu', ['finance']);
    sessionId = await openSession(administrator);
    const wang = await candidateByWechat(world, 'o-wang');
    await addPaid(world, (await handedIn(wang, sessionId, { name: '首位' })).id, EACH);
    const opened = Date.UTC(2026, 10, 20);
    await world.db.tx(async (h) => {
      const candidates = await h.repo(candidateRecord).find({ order: { id: 'ASC' } });
      const all = candidates.slice(1).flatMap(({ id: candidateId }, place) => {
        const isResolved = place < RESOLVED;
        const of = (kind: Case['kind'], amountFen: Case['amountFen'], id = newId()): Case => ({
          id,
          caseKey: `${kind}:${candidateId}`,
          bodyId: bspia.id,
          kind,
          candidateId,
          otherCandidateId: null,
          orderId: null,
          attemptId: null,
          amountFen,
          refundAskedBy: null,
          refundAskedAt: null,
          refundNote: null,
          state: isResolved ? 'resolved' : 'open',
          openedAt: opened + place * 1000,
          resolvedAt: isResolved ? opened + place * 2000 : null,
          resolvedBy: isResolved ? reviewer.accountId : null,
          resolution: caseWords.sealIf(knownCrypto, id, 'resolution', isResolved ? '已电话核实' : null),
        });
        return [of('document-twice', null), of('amount-mismatch', AMOUNT)];
      });
      for (let from = 0; from < all.length; from += 100) await insert(h, caseRecord, all.slice(from, from + 100));
    });
  }, patience(120_000));
  afterAll(() => world.stop());

  it('are counted by state and session, and the open ones come longest open first', async () => {
    const { total, by, names } = await reviewer.api.ok(peopleCaseList.counts, { params, query: {} });
    expect([total, by['state'], by['kind']]).toEqual([
      EACH,
      { open: EACH - RESOLVED, resolved: RESOLVED },
      { 'document-twice': EACH },
    ]);
    expect(by['session']).toEqual({ [sessionId]: EACH });
    expect(names['session']?.map(({ code }) => code)).toContain(sessionId);
    const { items } = await reviewer.api.ok(peopleCaseList.rows, { params, query: { state: 'open' } });
    expect(items).toHaveLength(50);
    expect(items[0]).toMatchObject({ name: nameOf(RESOLVED), kind: 'document-twice', resolution: null });
    expect(items[0]?.documentNumber).toContain('****');
  });

  it('are found by a name in the middle of them, by the whole number and by its end', async () => {
    const sought = 150;
    for (const q of [nameOf(sought), numberOf(sought), numberOf(sought).slice(-4)]) {
      const { items } = await reviewer.api.ok(peopleCaseList.rows, { params, query: { q, limit: '200' } });
      expect(items.map(({ name }) => name)).toContain(nameOf(sought));
    }
  });

  it('come page by page, each once', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: '70', ...(cursor !== undefined && { cursor }) };
      const page = await finance.api.ok(moneyCaseList.rows, { params, query });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect([seen.length, new Set(seen).size]).toEqual([EACH, EACH]);
  });

  it('are read along an index that ends in the id', async () => {
    if (world.db.dialect === 'mysql')
      await world.db.tx(async (h) => {
        for (const table of ['open_case', 'candidate', 'participant']) await h.run(`ANALYZE TABLE ${table}`);
      });
    const given = { withinId: bspia.id, crypto: knownCrypto };
    const faults = await world.db.read(async (h) => [
      ...(await planFaults(h, peopleCaseList, peopleCaseSource, given)),
      ...(await planFaults(h, moneyCaseList, moneyCaseSource, given)),
    ]);
    expect(faults).toEqual([]);
  });

  it('are each for those whose they are to decide: people for reviewers, money for finance, both for administrators', async () => {
    const query = {};
    expect((await reviewer.api.refused(moneyCaseList.rows, { params, query })).code).toBe('forbidden');
    expect((await finance.api.refused(peopleCaseList.rows, { params, query })).code).toBe('forbidden');
    const [ofMoney] = (await administrator.api.ok(moneyCaseList.rows, { params, query })).items;
    expect((await administrator.api.ok(peopleCaseList.rows, { params, query })).items).toHaveLength(50);
    const one = { params: { id: ofMoney?.id ?? '' } };
    expect(await finance.api.ok(orders.getCase, one)).toMatchObject({ kind: 'amount-mismatch', amountFen: AMOUNT });
    expect((await reviewer.api.refused(orders.getCase, one)).code).toBe('not-found');
    const elsewhere = await firstAdministrator(world, 'elsewhere', { id: 'cecc', name: '别的机构' });
    expect((await elsewhere.api.refused(moneyCaseList.rows, { params, query })).code).toBe('not-found');
    expect((await elsewhere.api.refused(orders.getCase, one)).code).toBe('not-found');
  });

  it('leave the open ones when they are decided', async () => {
    const query = { state: 'open' };
    const [first] = (await reviewer.api.ok(peopleCaseList.rows, { params, query })).items;
    const body = { action: 'note' as const, note: '两份都是本人，留下一份' };
    await reviewer.api.ok(orders.resolveCase, { params: { id: first?.id ?? '' }, body });
    const { total } = await reviewer.api.ok(peopleCaseList.counts, { params, query });
    expect(total).toBe(EACH - RESOLVED - 1);
    const { items } = await reviewer.api.ok(peopleCaseList.rows, { params, query: { q: first?.name ?? '' } });
    expect(items.find(({ id }) => id === first?.id)).toMatchObject({ state: 'resolved', resolution: body.note });
  });
});
