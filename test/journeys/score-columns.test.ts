import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ScoreColumns, results, scoreColumns as contract } from '@jikaotong/shared/contract';
import { type Examination, openExamination } from '../support/examination';
import { sendSheet, sheetItems } from '../support/send-sheet';
import { type World, openWorld } from '../support/world';

describe('a result file of a computer test', () => {
  let world: World;
  let exam: Examination;
  let a = '';
  let b = '';
  const file = (headers: string, rows: readonly string[]) => Buffer.from([headers, ...rows].join('\n'));
  const take = (bytes: Buffer) =>
    sendSheet(world, exam.marker, { endpoints: results.scoreSheet, id: exam.params.id, bytes });
  const lookAt = (bytes: Buffer) =>
    exam.marker.api.call(contract.uploadScoreColumns, { params: exam.params, file: { bytes, name: '机考.csv' } });
  const look = async (headers: string) => (await lookAt(file(headers, []))).data as ScoreColumns;
  const map = async (means: Readonly<Record<string, 'ticketNumber' | 'name' | 'theory' | 'left' | 'unmapped'>>) => {
    const { columns } = await exam.marker.api.ok(contract.getScoreColumns, { params: exam.params });
    const body = {
      columns: columns.flatMap(({ id, header }) => (means[header] ? [{ id, means: means[header] }] : [])),
    };
    return exam.marker.api.ok(contract.mapScoreColumns, { params: exam.params, body });
  };

  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    exam = await openExamination(world);
    const anna = await exam.paid('o-anna', { name: '安娜', order: 1 });
    const bo = await exam.paid('o-bo', { name: '薄一', order: 2 });
    await world.moveTo('2026-12-07');
    await world.moveTo('2026-12-14');
    [a, b] = [await exam.numberOf(anna), await exam.numberOf(bo)];
  });
  afterAll(() => world.stop());

  it('is looked at for its columns alone, and what is not known yet is kept to be mapped', async () => {
    expect((await exam.marker.api.ok(contract.getScoreColumns, { params: exam.params })).columns).toEqual([]);
    const { columns, subjects } = await look('考号,考生姓名,最终得分,用时,姓名');
    expect(subjects).toEqual(['theory', 'skill']);
    // 姓名 is our own
    expect(columns.map(({ header, means }) => [header, means])).toEqual([
      ['考号', 'unmapped'],
      ['考生姓名', 'unmapped'],
      ['最终得分', 'unmapped'],
      ['用时', 'unmapped'],
    ]);
    expect((await look('考号,用时')).columns).toEqual(columns);
    // a row of data is no header: nobody's name is kept as one
    expect((await lookAt(file('考号', [`${a},安娜,88,41`]))).code).toBe('file-refused');
    expect((await exam.publisher.api.call(contract.getScoreColumns, { params: exam.params })).status).toBe(403);
    const nobody = { columns: [{ id: 'x', means: 'left' as const }] };
    expect((await exam.marker.api.call(contract.mapScoreColumns, { params: exam.params, body: nobody })).status).toBe(
      404,
    );
  });

  it('stops at a column that nobody has mapped, and changes nothing', async () => {
    await map({ 考号: 'ticketNumber', 考生姓名: 'name', 最终得分: 'theory' });
    const run = await take(file('考号,考生姓名,最终得分,用时', [`${a},安娜,88,41`]));
    expect(run).toMatchObject({ state: 'refused', counts: { problems: 1 } });
    const items = await sheetItems(exam.marker, {
      endpoints: results.scoreSheet,
      id: exam.params.id,
      importId: run.id,
    });
    expect(items).toMatchObject([{ code: 'column-unknown', value: '用时' }]);
  });

  it('with a header of two rows is mapped by its columns, and read by them', async () => {
    const two = '考号,考生姓名,成绩,,备注二\n,,机考理论,机考实操,';
    const { columns } = await look(two);
    expect(columns.map(({ header }) => header).slice(-3)).toEqual(['机考理论', '机考实操', '备注二']);
    expect(columns.map(({ header }) => header)).not.toContain('成绩');
    await map({ 考号: 'ticketNumber', 考生姓名: 'name', 机考理论: 'theory', 机考实操: 'left', 备注二: 'left' });
    expect(await take(file(two, [`${b},薄一,58,70,无`]))).toMatchObject({ state: 'done', applied: 1 });
    const { marks } = await exam.marker.api.ok(results.getMarks, { params: { ...exam.params, ticketNumber: b } });
    expect(marks.find(({ subject }) => subject === 'theory')?.mark).toBe('58');
    await map({ 机考理论: 'unmapped' });
  });

  it('is read by what was mapped once, the next one too', async () => {
    await map({ 用时: 'left' });
    expect(await take(file('考号,考生姓名,最终得分,用时', [`${a},安娜,88,41`]))).toMatchObject({
      state: 'done',
      applied: 1,
    });
    expect(await take(file('用时,最终得分,考生姓名,考号', [`35,59.5,薄一,${b}`, `41,88,安娜,${a}`]))).toMatchObject({
      state: 'done',
      applied: 1,
      counts: { same: 1 },
    });
    const { marks } = await exam.marker.api.ok(results.getMarks, { params: { ...exam.params, ticketNumber: b } });
    expect(marks.map(({ subject, mark }) => [subject, mark])).toEqual([
      ['theory', '59.5'],
      ['skill', ''],
    ]);
    // a header longer than what is told of it is one and the same, whole
    const long = `${'机考平台导出的最终得分'.repeat(6)}（百分制）`;
    expect(long.length).toBeGreaterThan(60);
    const longer = `${long}二`;
    const [last] = (await look(`${long},用时`)).columns.slice(-1);
    expect(last).toMatchObject({ header: long, means: 'unmapped' });
    const stops = await take(file(`考号,考生姓名,最终得分,${long}`, [`${a},安娜,88,41`]));
    expect(stops).toMatchObject({ state: 'refused', counts: { problems: 1 } });
    await map({ [long]: 'left' });
    expect(await take(file(`考号,考生姓名,最终得分,${long}`, [`${a},安娜,88,41`]))).toMatchObject({ state: 'done' });
    expect(await take(file(`考号,考生姓名,最终得分,${longer}`, [`${a},安娜,88,41`]))).toMatchObject({
      state: 'refused',
      counts: { problems: 1 },
    });
    // our own sheet is read as before
    expect(await exam.takeFilled({ [a]: { 操作技能: 90 } })).toMatchObject({ state: 'done', applied: 1 });
  });
});
