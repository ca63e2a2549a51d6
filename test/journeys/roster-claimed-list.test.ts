import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rosterRows, rosters } from '@jikaotong/shared/contract';
import { type SignedInPerson, candidateByPhone } from '../support/people';
import { filledRoster, lineOf, numberOf, rowsIn, templateOf } from '../support/rosters';
import { sendSheet, sheetItems } from '../support/send-sheet';
import { type TrainingBody, openTrainingBody, phoneOfLine } from '../support/training-body';

const MANY = 8;

// After the claim nobody is taken out without their own yes, whatever list the unit sends.
describe('a corrected list that does not name who has claimed the own row', () => {
  let body: TrainingBody;
  let members: SignedInPerson[];
  beforeAll(async () => {
    body = await openTrainingBody();
    await sendSheet(body.world, body.agent, {
      ...to(),
      bytes: await listOf(Array.from({ length: MANY }, (_, nth) => nth)),
    });
    members = [];
    for (let nth = 0; nth < MANY; nth += 1) members.push(await candidateByPhone(body.world, phoneOfLine(nth)));
  });
  afterAll(() => body.world.stop());
  const to = () => ({ endpoints: rosters.rosterSheet, id: body.roster.id });
  const listOf = async (orders: readonly number[]) =>
    filledRoster(
      await templateOf(body.agent, body.roster.id),
      orders.map((order) => lineOf(order)),
    );
  const claim = (nth: number) => {
    const told = { name: lineOf(nth)['姓名'] ?? '', documentType: 'resident-id' as const };
    return members[nth]?.api.call(rosterRows.claimRosterRow, { body: { ...told, documentNumber: numberOf(nth) } });
  };
  const tailOf = (nth: number) => numberOf(nth).slice(-4);
  const tails = async () => (await rowsIn(body.agent, body.roster.id)).map(({ documentTail }) => documentTail);

  it('keeps who claimed before it was sent, and who did before it was confirmed', async () => {
    expect(await claim(0)).toMatchObject({ code: 'ok' });
    const file = { bytes: await listOf([2, 3, 4, 5, 6, 7]), name: '更正.xlsx' };
    const sent = await body.agent.api.ok(rosters.rosterSheet.upload, { params: { id: body.roster.id }, file });
    const items = await sheetItems(body.agent, { ...to(), importId: sent.id });
    const [kept] = items.filter(({ label }) => label.includes(tailOf(0)));
    expect(kept).toMatchObject({ kind: 'kept', verdict: { words: ['本人已经认领，不会移出，要退出请本人办理'] } });
    expect(sent.counts).toMatchObject({ missing: 1 });
    expect(await claim(1)).toMatchObject({ code: 'ok' });
    const at = { params: { id: body.roster.id, importId: sent.id } };
    await body.agent.api.ok(rosters.rosterSheet.confirm, { ...at, body: { missing: 'remove' } });
    await body.world.runJobs();
    expect(await body.agent.api.ok(rosters.rosterSheet.get, at)).toMatchObject({
      state: 'done',
      applied: 0,
      refused: 1,
    });
    expect(await tails()).toHaveLength(MANY);
    const [refused] = (await sheetItems(body.agent, { ...to(), importId: sent.id })).filter(
      ({ state }) => state === 'refused',
    );
    expect(refused?.label).toContain(tailOf(1));
  });

  it('takes out whom nobody has claimed', async () => {
    const done = await sendSheet(body.world, body.agent, {
      ...to(),
      bytes: await listOf([3, 4, 5, 6, 7]),
      missing: 'remove',
    });
    expect(done).toMatchObject({ state: 'done', applied: 1, refused: 0 });
    expect((await tails()).toSorted()).toEqual([0, 1, 3, 4, 5, 6, 7].map(tailOf).toSorted());
  });

  it('and an agent who takes out who claims in the same moment: one of the two is refused', async () => {
    for (const nth of [4, 5, 6, 7]) {
      const row = (await rowsIn(body.agent, body.roster.id)).find(({ documentTail }) => documentTail === tailOf(nth));
      const params = { id: body.roster.id, rowId: row?.id ?? '' };
      const [claimed, removed] = await Promise.all([
        claim(nth),
        body.agent.api.call(rosterRows.removeRosterRow, { params }),
      ]);
      const isClaimed = claimed?.code === 'ok';
      expect([isClaimed, removed.code === 'ok'].toSorted()).toEqual([false, true]);
      expect((await tails()).includes(tailOf(nth))).toBe(isClaimed);
    }
  });
});
