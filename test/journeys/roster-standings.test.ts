import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rosterRows, rosters } from '@jikaotong/shared/contract';
import { portrait } from '../builders/photos';
import { uploaded } from '../support/apply';
import { filledRoster, lineOf, numberOf, photosOf, rowsIn, templateOf } from '../support/rosters';
import { sendSheet } from '../support/send-sheet';
import { type TrainingBody, openTrainingBody, phoneOfLine, valuesOfLine } from '../support/training-body';

describe('a roster in which two share a phone, and nobody has confirmed yet', () => {
  let body: TrainingBody;
  const params = () => ({ id: body.roster.id });
  const counts = async () => (await body.agent.api.ok(rosters.getRoster, { params: params() })).counts;
  const problems = async () => (await rowsIn(body.agent, body.roster.id, 'problems')).map(({ position }) => position);
  beforeAll(async () => {
    body = await openTrainingBody();
    const lines = [lineOf(0), lineOf(1), lineOf(2, { 手机号: phoneOfLine(1) }), lineOf(3)];
    const bytes = await filledRoster(await templateOf(body.agent, body.roster.id), lines);
    await sendSheet(body.world, body.agent, { endpoints: rosters.rosterSheet, id: body.roster.id, bytes });
  });
  afterAll(() => body.world.stop());

  it('is told what the notice asks of a photo before one is sent, in the template too', async () => {
    const { photoRule } = await body.agent.api.ok(rosters.getRoster, { params: params() });
    expect(photoRule).toMatch(/^40–80KB，白色背景，JPG 格式，一寸彩色免冠，高大于 132 像素、宽大于 88 像素，/);
    const book = new exceljs.Workbook();
    await book.xlsx.load(new Uint8Array(await templateOf(body.agent, body.roster.id)).buffer);
    expect(JSON.stringify(book.worksheets[0]?.getSheetValues())).toContain(`照片要求：${photoRule}`);
  });

  it('names who has no photo yet', async () => {
    const file = { bytes: await photosOf([0, 1, 2]), name: '照片.zip' };
    expect(await body.agent.api.ok(rosters.uploadRosterPhotos, { params: params(), file })).toEqual({
      taken: 3,
      problems: [],
      missing: { count: 1, names: [lineOf(3)['姓名']] },
    });
    await body.world.runJobs();
    expect((await counts()).standing).toEqual({ ready: 3, review: 0, incomplete: 1, ineligible: 0 });
  });

  it('keeps who shares a phone among what is to be mended, and calls nobody ready who has not confirmed', async () => {
    expect(await problems()).toEqual([2, 3, 4]);
    expect(await counts()).toMatchObject({
      awaiting: { ready: 3, review: 0 },
      problems: 3,
      phoneShared: 2,
      unconfirmed: 4,
      submittable: 0,
    });
    const rows = await rowsIn(body.agent, body.roster.id);
    expect(rows.map(({ standing, awaitsMember }) => [standing, awaitsMember])).toEqual([
      ['ready', true],
      ['ready', true],
      ['ready', true],
      ['incomplete', true],
    ]);
    const book = new exceljs.Workbook();
    const sheet = await body.agent.api.file(rosters.downloadRoster, { params: params() });
    await book.xlsx.load(new Uint8Array(sheet).buffer);
    expect(JSON.stringify(book.worksheets[0]?.getSheetValues())).not.toContain('可提交');
  });

  it('lets go of whoever has signed', async () => {
    const [first, second] = await rowsIn(body.agent, body.roster.id);
    for (const row of [first, second]) {
      const fileId = await uploaded(body.agent, 'document', await portrait());
      const form = { params: { ...params(), rowId: row?.id ?? '' }, body: { fileId, version: row?.version ?? 0 } };
      expect((await body.agent.api.ok(rosterRows.takeSignedForm, form)).awaitsMember).toBe(false);
    }
    expect(await problems()).toEqual([3, 4]);
    expect(await counts()).toMatchObject({ awaiting: { ready: 1 }, problems: 2, phoneShared: 1, submittable: 2 });
  });

  it('tells a wrong check digit from what is no number', async () => {
    const add = (documentNumber: string) =>
      body.agent.api.refused(rosterRows.addRosterRow, {
        params: params(),
        body: { values: { ...valuesOfLine(5), phone: phoneOfLine(5), documentNumber } },
      });
    const right = numberOf(5);
    const wrong = `${right.slice(0, -1)}${right.endsWith('0') ? '1' : '0'}`;
    expect(await add(wrong)).toMatchObject({ data: { problems: [{ code: 'document-check-digit' }] } });
    expect(await add('123')).toMatchObject({ data: { problems: [{ code: 'document-wrong' }] } });
  });
});
