import { contestEntries, staffEntries } from '@jikaotong/shared/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { C25, entryBody } from '../support/contest-entry';
import { type SignedInPerson, candidateByWechat, firstAdministrator, staffMember } from '../support/people';
import { listedEntries } from '../support/listed-entries';
import { type World, openWorld } from '../support/world';

const params = { id: C25 };

describe('somebody whom the body keeps away', () => {
  let world: World;
  let reviewer: SignedInPerson;
  /** Of whoever holds the document of an entry. */
  const ban = (entryId: string, until: string) =>
    world.db.tx(async (h) => {
      const at = new Date(world.clock.businessNow());
      await h.run(`INSERT INTO person (id, name, details, created_at) VALUES ('p', '张伟', '{"sealed":"eA=="}', ?)`, [
        at,
      ]);
      await h.run(
        `INSERT INTO person_document (id, person_id, type, number_index, number, created_at)
         SELECT 'd', 'p', 'resident-id', c.document_index, 'sealed', ? FROM candidate c WHERE c.id = ?`,
        [at, entryId],
      );
      await h.run(
        `INSERT INTO ban (id, body_id, person_id, from_day, until_day, source, created_at)
         VALUES ('b', 'bspia', 'p', '2025-01-01', ?, '{"assumed":"从前的处理决定"}', ?)`,
        [until, at],
      );
    });
  beforeAll(async () => {
    world = await openWorld({ day: '2025-06-20' });
    const administrator = await firstAdministrator(world);
    reviewer = await staffMember(world, administrator, 'shenhe', ['reviewer']);
  });
  afterAll(() => world.stop());

  it('enters no competition of it until the day is over, by whatever account', async () => {
    const early = await candidateByWechat(world, 'o-early');
    const entered = await early.api.ok(contestEntries.enterContest, { params, body: await entryBody(early) });
    await ban(entered.id, '2025-06-30');
    const late = await candidateByWechat(world, 'o-late');
    const body = await entryBody(late);
    expect(await late.api.refused(contestEntries.enterContest, { params, body })).toMatchObject({
      code: 'banned',
      data: { until: '2025-06-30', source: { assumed: '从前的处理决定' } },
    });
    // whoever was there before is not accepted meanwhile
    const [row] = await listedEntries(reviewer);
    expect(row?.id).toBe(entered.id);
    const change = { params: { id: entered.id }, ifMatch: entered.version, body: await entryBody(early) };
    expect((await early.api.refused(contestEntries.changeEntry, change)).code).toBe('banned');
    await world.moveTo('2025-07-01');
    expect((await early.api.call(contestEntries.changeEntry, { ...change, ifMatch: entered.version })).code).toBe('ok');
    expect(staffEntries.decideEntry.refusals).toContain('banned');
  });
});
