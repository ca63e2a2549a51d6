import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applications, rosterRows, rosters } from '@jikaotong/shared/contract';
import { candidateByPhone } from '../support/people';
import { filledRoster, lineOf, openRoster, rowsIn, templateOf } from '../support/rosters';
import { sendSheet, sheetItems } from '../support/send-sheet';
import { type TrainingBody, openTrainingBody, valuesOfLine } from '../support/training-body';

/** More than go into one transaction. */
const MANY = 230;

describe(`a sheet of ${MANY} people`, () => {
  let body: TrainingBody;
  beforeAll(async () => {
    body = await openTrainingBody();
  });
  afterAll(() => body.world.stop());
  const params = () => ({ id: body.roster.id });
  const send = async (orders: readonly number[]) => {
    const { agent, roster, world } = body;
    const bytes = await filledRoster(
      await templateOf(agent, roster.id),
      orders.map((order) => lineOf(order)),
    );
    return sendSheet(world, agent, { endpoints: rosters.rosterSheet, id: roster.id, bytes });
  };
  const all = Array.from({ length: MANY }, (_, order) => order);

  /** As staff of another system would have: the person of a row may not take part. */
  const ban = (rowId: string) =>
    body.world.db.tx(async (h) => {
      const at = new Date(body.world.clock.businessNow());
      await h.run(`INSERT INTO person (id, name, details, created_at) VALUES ('p', '某', '{"sealed":"eA=="}', ?)`, [
        at,
      ]);
      await h.run(
        `INSERT INTO person_document (id, person_id, type, number_index, number, created_at)
         SELECT 'd', 'p', 'resident-id', c.document_index, 'sealed', ? FROM candidate c WHERE c.id = ?`,
        [at, rowId],
      );
      await h.run(
        `INSERT INTO ban (id, body_id, person_id, from_day, until_day, source, created_at)
         VALUES ('b', 'cecc', 'p', '2024-01-01', '2027-01-01', '{"assumed":"从前的处理决定"}', ?)`,
        [at],
      );
    });

  it('takes whoever is banned, or has applied alone, like everybody else, and says nothing of it', async () => {
    const { agent, roster, sessionId, world } = body;
    const banned = await agent.api.ok(rosterRows.addRosterRow, {
      params: params(),
      body: { values: { ...valuesOfLine(7), phone: '13700000007' } },
    });
    await ban(banned.id);
    await agent.api.ok(rosterRows.removeRosterRow, { params: { ...params(), rowId: banned.id } });
    const alone = await candidateByPhone(world, '13900000088');
    await alone.api.ok(applications.createApplication, { body: { sessionId, offeringCode: 'blockchain-4' } });
    expect(await send(all)).toMatchObject({ state: 'done', applied: MANY, refused: 0 });
    const rows = await rowsIn(agent, roster.id);
    expect(rows.map(({ standing, reasons }) => [standing, reasons])).toEqual(
      rows.map(() => ['incomplete', ['请上传证件照片']]),
    );
    expect(rows.map(({ name }) => name)).toEqual(all.map((order) => lineOf(order)['姓名']));
  });

  it('begins everybody once in the audit, and judges each as by hand', async () => {
    const { agent, unit, sessionId, world, roster } = body;
    const started = await world.db.read((h) =>
      h.query<{ ids: unknown; body_id: string | null }>(
        "SELECT ids, body_id FROM audit_event WHERE code = 'application-started'",
      ),
    );
    const ids = (await rowsIn(agent, roster.id)).map(({ id }) => id);
    const named = started.filter((row) => ids.some((id) => JSON.stringify(row.ids).includes(id)));
    expect(named).toHaveLength(MANY);
    expect(new Set(named.map(({ body_id: bodyId }) => bodyId))).toEqual(new Set(['cecc']));
    const other = await openRoster(agent, unit, sessionId);
    expect(other.counts).toMatchObject({ total: MANY, submittable: 0 });
  });

  it('refuses one by one what somebody added by hand meanwhile, and takes the others', async () => {
    const { agent, roster, world } = body;
    const bytes = await filledRoster(
      await templateOf(agent, roster.id),
      Array.from({ length: 60 }, (_, at) => lineOf(MANY + at)),
    );
    const sent = await agent.api.ok(rosters.rosterSheet.upload, {
      params: params(),
      file: { bytes, name: '名单.xlsx' },
    });
    await agent.api.ok(rosters.rosterSheet.confirm, {
      params: { ...params(), importId: sent.id },
      body: { missing: 'keep' },
    });
    expect((await agent.api.ok(rosters.getRoster, { params: params() })).runningImport).toBe(sent.id);
    await agent.api.ok(rosterRows.addRosterRow, {
      params: params(),
      body: { values: { ...valuesOfLine(MANY + 40), phone: '13700000009' } },
    });
    await world.runJobs();
    const at = { params: { ...params(), importId: sent.id } };
    expect(await agent.api.ok(rosters.rosterSheet.get, at)).toMatchObject({ state: 'done', applied: 59, refused: 1 });
    const items = await sheetItems(agent, { endpoints: rosters.rosterSheet, id: roster.id, importId: sent.id });
    expect(items.filter(({ state }) => state === 'refused').map(({ code }) => code)).toEqual(['changed-meanwhile']);
    expect((await rowsIn(agent, roster.id)).length).toBe(MANY + 60);
    expect((await agent.api.ok(rosters.getRoster, { params: params() })).runningImport).toBeNull();
  });

  it('takes nobody more in once it is cancelled', async () => {
    const { agent, roster, world } = body;
    const lines = [lineOf(300), lineOf(301)];
    const file = { bytes: await filledRoster(await templateOf(agent, roster.id), lines), name: '名单.xlsx' };
    const sent = await agent.api.ok(rosters.rosterSheet.upload, { params: params(), file });
    const at = { params: { ...params(), importId: sent.id } };
    await agent.api.ok(rosters.rosterSheet.confirm, { ...at, body: { missing: 'remove' } });
    await agent.api.ok(rosters.rosterSheet.cancel, { ...at, body: {} });
    await world.runJobs();
    expect(await agent.api.ok(rosters.rosterSheet.get, at)).toMatchObject({ state: 'cancelled', applied: 0 });
    const now = await agent.api.ok(rosters.getRoster, { params: params() });
    expect([now.counts.total, now.runningImport]).toEqual([MANY + 60, null]);
  });
});
