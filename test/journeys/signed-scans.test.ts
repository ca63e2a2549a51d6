import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rosterResults, rosterRows, rosters, units } from '@jikaotong/shared/contract';
import { proveCount } from '../../bff/src/prove-count.testing';
import { zipOf } from '../../bff/src/platform/sheets/zip-of.testing';
import { candidateByPhone } from '../support/people';
import { filledRoster, manyLines, rowsIn, templateOf } from '../support/rosters';
import { blankPage, scanPdf, scannedPages } from '../support/scan-of';
import { sendSheet } from '../support/send-sheet';
import { type TrainingBody, openTrainingBody } from '../support/training-body';
import { tokenIn } from '../support/units';

const MANY = Math.max(4, proveCount(6));
/** 600 pages are drawn, then read. */
const PATIENCE_MS = 300_000 + MANY * 10_000;
/** One upload holds so many pages at 150 dots an inch. */
const TOGETHER = 40;

describe(`the signed papers of ${MANY} people, scanned in one go`, () => {
  let body: TrainingBody;
  let pages: Buffer[];
  beforeAll(async () => {
    body = await openTrainingBody();
    const { agent, roster, world } = body;
    const bytes = await filledRoster(await templateOf(agent, roster.id), manyLines(MANY));
    await sendSheet(world, agent, { endpoints: rosters.rosterSheet, id: roster.id, bytes });
    pages = await scannedPages(await printed(), (page) => ({
      // straight, askew, upside down, and coarse
      angle: [0, 1.7, 181, -2.2][page % 4] ?? 0,
      dpi: page % 5 === 4 ? 200 : 150,
    }));
  }, PATIENCE_MS);
  afterAll(() => body.world.stop());
  const params = () => ({ id: body.roster.id });
  const printed = () => body.agent.api.file(rosterResults.downloadRosterForms, { params: params() });
  const send = (bytes: Buffer, name = '扫描.pdf') =>
    body.agent.api.ok(rosterResults.uploadSignedScan, { params: params(), file: { bytes, name } });
  const work = () => body.agent.api.ok(rosters.getRosterWork, { params: params() });
  const seen = () => body.agent.api.ok(rosterResults.getSignedScans, { params: params() });
  const rows = () => rowsIn(body.agent, body.roster.id);

  it(
    'are told apart by their codes; what cannot be read, is there twice or is missing is named',
    async () => {
      const [first, second, ...rest] = pages;
      if (!first || !second) throw new Error('no pages');
      // the second stays on the glass
      const stack = [first, await blankPage(), ...rest, first];
      for (let from = 0; from < stack.length; from += TOGETHER) {
        const some = stack.slice(from, from + TOGETHER);
        const sent = await send(await scanPdf(some));
        expect(sent.scans[0]).toMatchObject({ state: 'reading', pages: some.length, read: 0 });
        expect(await work()).toEqual({ queued: 0, scans: [{ id: sent.scans[0]?.id, read: 0 }] });
        await body.world.runJobs();
        expect(await work()).toEqual({ queued: 0, scans: [] });
      }
      const now = await seen();
      expect(now.scans.every(({ state, read, pages: all }) => state === 'done' && read === all)).toBe(true);
      expect(now.pages.map(({ outcome }) => outcome)).toEqual(['no-code', 'twice']);
      expect(now.pages[0]).toMatchObject({ number: 2, rowId: null, name: null });
      expect(now.pages[0]?.url).not.toBe(null);
      expect(now.lacking).toMatchObject([{ missing: [2] }]);
      const lines = await rows();
      expect(lines.filter(({ confirmed }) => confirmed === 'form')).toHaveLength(MANY - 1);
      expect(now.counts).toEqual({ pages: 2, signed: MANY - 1 });
    },
    PATIENCE_MS,
  );

  it('are given by hand where no code is read, and shown to whoever judges the row', async () => {
    const { agent, reviewer } = body;
    const [unread, twice] = (await seen()).pages;
    const [lacking] = (await seen()).lacking;
    const page = { id: body.roster.id, pageId: unread?.id ?? '' };
    const give = { params: page, body: { rowId: lacking?.id ?? '' } };
    const stranger = await candidateByPhone(body.world, '13900000077');
    expect((await stranger.api.refused(rosterResults.giveScanPage, give)).code).toBe('not-found');
    expect((await reviewer.api.refused(rosterResults.getSignedScans, { params: params() })).code).toBe('not-found');
    const done = await agent.api.ok(rosterResults.giveScanPage, give);
    expect(done).toMatchObject({ lacking: [], counts: { pages: 1, signed: MANY } });
    expect((await agent.api.refused(rosterResults.giveScanPage, give)).data).toMatchObject({ state: 'decided' });
    const other = { params: { ...page, pageId: twice?.id ?? '' } };
    const full = { ...other, body: { rowId: (await rows())[2]?.id ?? '' } };
    // another page for whoever has them all
    expect(await agent.api.refused(rosterResults.giveScanPage, full)).toMatchObject({ code: 'wrong-state' });
    // in the place of the same that came before
    const replaced = { ...other, body: { rowId: twice?.rowId ?? '' } };
    expect((await agent.api.ok(rosterResults.giveScanPage, replaced)).pages).toEqual([]);
    const detail = await agent.api.ok(rosterRows.getRosterRow, {
      params: { ...params(), rowId: twice?.rowId ?? '' },
    });
    expect(detail).toMatchObject({ confirmed: 'form' });
    expect(detail.formUrl).not.toBe(null);
  });

  it(
    'stand for nobody’s word about what was changed after printing',
    async () => {
      const { agent, world } = body;
      const [one] = await rows();
      const detail = await agent.api.ok(rosterRows.getRosterRow, { params: { ...params(), rowId: one?.id ?? '' } });
      const changed = await agent.api.ok(rosterRows.changeRosterRow, {
        params: { ...params(), rowId: detail.id },
        ifMatch: detail.version,
        body: { values: { ...detail.values, employer: '另一家公司' } },
      });
      expect(changed.confirmed).toBe(null);
      const zip = zipOf([
        { name: '10.jpg', bytes: await blankPage() },
        ...pages.slice(0, 1).map((bytes) => ({ name: '2.jpg', bytes })),
      ]);
      await send(zip, '扫描.zip');
      await world.runJobs();
      const now = await seen();
      expect(now.pages.map(({ outcome, number, rowId, url }) => [outcome, number, rowId, url === null])).toEqual([
        ['outdated', 1, one?.id, true],
        ['no-code', 2, null, false],
      ]);
      expect((await rows())[0]?.confirmed).toBe(null);
      for (const { id: pageId } of now.pages)
        await agent.api.ok(rosterResults.dropScanPage, { params: { ...params(), pageId } });
      expect((await seen()).pages).toEqual([]);
      // printed anew it does
      const again = await scannedPages(await printed(), () => ({ angle: 0.5, dpi: 150 }), 2);
      for (const [at, page] of again.entries()) {
        await send(page, '一页.jpg');
        await world.runJobs();
        expect((await seen()).lacking.map(({ missing }) => missing)).toEqual(at === 0 ? [[2]] : []);
      }
      expect((await rows())[0]?.confirmed).toBe('form');
    },
    PATIENCE_MS,
  );

  it('go to nobody else than their code says, nor to a row that was changed since', async () => {
    const { agent, world } = body;
    const [, second, third] = await rows();
    // already there: it waits to be put in the place of the first
    await send(await scanPdf(pages.slice(2, 3)));
    await world.runJobs();
    const [twice] = (await seen()).pages;
    expect(twice).toMatchObject({ outcome: 'twice', rowId: second?.id });
    const giveTo = (rowId: string | undefined) =>
      agent.api.refused(rosterResults.giveScanPage, {
        params: { ...params(), pageId: twice?.id ?? '' },
        body: { rowId: rowId ?? '' },
      });
    expect((await giveTo(third?.id)).data).toEqual({ state: 'form-of-other' });
    const at = { ...params(), rowId: second?.id ?? '' };
    const write = async (employer: string) => {
      const { version, values } = await agent.api.ok(rosterRows.getRosterRow, { params: at });
      const changed = { params: at, ifMatch: version, body: { values: { ...values, employer } } };
      return agent.api.ok(rosterRows.changeRosterRow, changed);
    };
    const { employer = '' } = (await agent.api.ok(rosterRows.getRosterRow, { params: at })).values;
    await write('又一家公司');
    expect((await giveTo(second?.id)).data).toEqual({ state: 'form-outdated' });
    expect((await rows())[1]?.confirmed).toBe(null);
    await write(employer);
    await agent.api.ok(rosterResults.dropScanPage, { params: { ...params(), pageId: twice?.id ?? '' } });
  });

  it('stand for nobody who calls a fact wrong', async () => {
    const { agent, world } = body;
    const [, second] = await rows();
    const dispute = (at: Date | null) =>
      world.db.tx((h) => h.run('UPDATE roster_row SET disputed_at = ? WHERE id = ?', [at, second?.id ?? '']));
    await dispute(new Date(world.clock.businessNow()));
    await send(await scanPdf([await blankPage(), ...pages.slice(2, 4)]));
    await world.runJobs();
    const left = (await seen()).pages;
    expect(left.map(({ outcome }) => outcome)).toEqual(['no-code', 'disputed', 'disputed']);
    const give = { params: { ...params(), pageId: left[0]?.id ?? '' }, body: { rowId: second?.id ?? '' } };
    expect(await agent.api.refused(rosterResults.giveScanPage, give)).toMatchObject({
      data: { state: 'row-disputed' },
    });
    await dispute(null);
    for (const { id: pageId } of left)
      await agent.api.ok(rosterResults.dropScanPage, { params: { ...params(), pageId } });
  });

  it('are no scan where they are the printed file itself, and no file of anything else', async () => {
    const [one] = await rows();
    await send(
      await body.agent.api.file(rosterRows.downloadRosterForm, { params: { ...params(), rowId: one?.id ?? '' } }),
    );
    await body.world.runJobs();
    expect(new Set((await seen()).pages.map(({ outcome }) => outcome))).toEqual(new Set(['no-picture']));
    const refused = async (bytes: Buffer, name: string) =>
      (await body.agent.api.refused(rosterResults.uploadSignedScan, { params: params(), file: { bytes, name } })).data;
    expect(await refused(Buffer.from('%PDF-1.7\nnothing'), '坏.pdf')).toMatchObject({ reason: 'damaged' });
    const onePage = (await scanPdf([await blankPage()])).toString('latin1');
    for (const said of ['0', '-1'])
      expect(
        await refused(Buffer.from(onePage.replace('/Count 1', `/Count ${said}`), 'latin1'), '没有页.pdf'),
      ).toMatchObject({ reason: 'damaged' });
    expect(await refused(Buffer.from('Rar!\u001a\u0007\u0000'), '包.rar')).toMatchObject({
      reason: 'unsupported-type',
    });
    expect(await refused(zipOf([{ name: '说明.txt', bytes: Buffer.from('x') }]), '包.zip')).toMatchObject({
      reason: 'no-pictures',
    });
  });

  it('are read no further once the agent stops it, or acts for the unit no more', async () => {
    const { agent, unit, world } = body;
    const sent = await send(await scanPdf(pages.slice(0, 2)));
    const stop = { params: { ...params(), scanId: sent.scans[0]?.id ?? '' } };
    expect((await agent.api.ok(rosterResults.cancelSignedScan, stop)).scans[0]).toMatchObject({ state: 'cancelled' });
    await world.runJobs();
    expect((await seen()).scans[0]).toMatchObject({ state: 'cancelled', read: 0 });
    expect((await agent.api.refused(rosterResults.cancelSignedScan, stop)).code).toBe('wrong-state');
    const colleague = await candidateByPhone(world, '13900000002');
    const invited = { params: { id: unit.id }, body: { phone: '13900000002', handsOver: false } };
    const { linkPath } = await agent.api.ok(units.inviteAgent, invited);
    await colleague.api.ok(units.joinUnit, { params: { token: tokenIn(linkPath) } });
    const file = { bytes: await scanPdf(pages.slice(0, 2)), name: '扫描.pdf' };
    await colleague.api.ok(rosterResults.uploadSignedScan, { params: params(), file });
    await agent.api.ok(units.removeAgent, { params: { id: unit.id, accountId: colleague.accountId } });
    await world.runJobs();
    expect((await seen()).scans[0]).toMatchObject({ state: 'cancelled', read: 0 });
  });
});
