import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rosterRows, rosters } from '@jikaotong/shared/contract';
import { zipOf } from '../../bff/src/platform/sheets/zip-of.testing';
import { ownFile, portrait } from '../builders/photos';
import { type RosterAnswer, rosterCorpus } from '../support/roster-corpus';
import { numberOf, rowsIn, templateOf } from '../support/rosters';
import { sheetItems } from '../support/send-sheet';
import { type TrainingBody, openTrainingBody, valuesOfLine } from '../support/training-body';

describe('the files that agents send as their list', () => {
  let body: TrainingBody;
  beforeAll(async () => {
    body = await openTrainingBody();
  });
  afterAll(() => body.world.stop());
  const params = () => ({ id: body.roster.id });

  /** What a file gives when it is sent. */
  const answerTo = async (bytes: Buffer): Promise<unknown> => {
    const { agent, roster } = body;
    const file = { bytes, name: '名单' };
    const answer = await agent.api.call(rosters.rosterSheet.upload, { params: params(), file });
    if (answer.code !== 'ok') return { refused: Reflect.get(Object(answer.data), 'reason') ?? answer.code };
    const run = rosters.rosterSheet.upload.reply.parse(answer.data);
    const items = await sheetItems(agent, { endpoints: rosters.rosterSheet, id: roster.id, importId: run.id });
    if (run.state === 'refused') return { problems: items.map(({ cell, column, code }) => [cell, column, code]) };
    // whoever is taken says the very day and number, however the file writes them
    const [first] = items;
    const said = Object.fromEntries(first?.changes.map(({ column, to }) => [column, to]) ?? []);
    expect(said).toMatchObject({ 证件号码: numberOf(0), 手机号: '13700000000', 从哪天起: '2015-03-01' });
    const ignored = run.ignored.map((header) => header.replace(/（.*/, ''));
    return { adds: run.counts.added, ...(ignored.length > 0 && { ignored }) };
  };

  it('each gives its answer at the right cell, or one clear refusal', async () => {
    const given: Record<string, unknown> = {};
    const wanted: Record<string, RosterAnswer> = {};
    for (const { name, bytes, answer } of await rosterCorpus(await templateOf(body.agent, body.roster.id))) {
      wanted[name] = answer;
      given[name] = await answerTo(bytes);
    }
    expect(given).toEqual(wanted);
    // nothing of all that was taken in
    expect(await rowsIn(body.agent, body.roster.id)).toEqual([]);
  });

  it('photos go to whom they name, a path that leads out of its ZIP is nothing, and two for one are asked about', async () => {
    const { agent, roster, world } = body;
    for (const order of [0, 1])
      await agent.api.ok(rosterRows.addRosterRow, {
        params: params(),
        body: { values: { ...valuesOfLine(order), phone: `1370000000${order}`, employer: '=HYPERLINK("http://x")' } },
      });
    const photo = await portrait();
    const zip = zipOf([
      { name: `照片/一班/${numberOf(0)}.jpg`, bytes: ownFile(photo, 'a') },
      { name: `../../${numberOf(0)}.jpg`, bytes: ownFile(photo, 'd') },
      { name: `${numberOf(1)}.jpg`, bytes: ownFile(photo, 'b') },
      { name: `补拍/${numberOf(1)}.jpg`, bytes: ownFile(photo, 'c') },
      { name: '无此人.jpg', bytes: photo },
    ]);
    const sent = await agent.api.ok(rosters.uploadRosterPhotos, {
      params: params(),
      file: { bytes: zip, name: '照片.zip' },
    });
    expect([sent.taken, sent.problems.map(({ code }) => code)]).toEqual([
      1,
      ['photo-twice', 'photo-twice', 'photo-unknown'],
    ]);
    await world.runJobs();
    const rows = await rowsIn(agent, roster.id);
    expect(rows.map(({ hasPhoto, reasons }) => [hasPhoto, reasons])).toEqual([
      [true, []],
      [false, ['请上传证件照片']],
    ]);
  });

  it('what looks like a formula is text in every sheet that comes out', async () => {
    const bytes = await body.agent.api.file(rosters.downloadRoster, { params: params() });
    const book = new exceljs.Workbook();
    await book.xlsx.load(new Uint8Array(bytes).buffer);
    const found: [string, boolean][] = [];
    book.worksheets[0]?.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.text.includes('HYPERLINK')) found.push([cell.text, cell.type === exceljs.ValueType.String]);
      }),
    );
    expect(found).toEqual(Array.from({ length: 2 }, () => ['=HYPERLINK("http://x")', true]));
  });
});
