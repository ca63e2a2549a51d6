import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SheetImportView, type SheetItem, rosterRows, rosters } from '@jikaotong/shared/contract';
import { rosterInPart } from '../support/corrected-roster';
import { candidateByPhone } from '../support/people';
import { filledRoster, lineOf, numberOf, rowsIn, templateOf } from '../support/rosters';
import { type TrainingBody, openTrainingBody, phoneOfLine } from '../support/training-body';

const MANY = 300;
const HANDED_IN = 3;

describe(`a list of ${MANY} that is mended and sent again`, () => {
  let body: TrainingBody;
  let sent: SheetImportView;
  let items: SheetItem[];
  beforeAll(async () => {
    body = await openTrainingBody();
    await rosterInPart(body, { people: MANY, photos: 6, handedIn: HANDED_IN });
    // the last but one has claimed the own row: no sheet takes anybody out after that
    await claims(MANY - 2);
    sent = await upload([
      lineOf(0, { 手机号: '13711110000' }),
      lineOf(1),
      lineOf(2),
      lineOf(3, { 从哪天起: '2023-01-01' }),
      lineOf(4, { 手机号: phoneOfLine(5) }),
      ...Array.from({ length: MANY - 7 }, (_, nth) => lineOf(nth + 5)),
      lineOf(MANY, { 手机号: phoneOfLine(MANY - 1) }),
    ]);
    items = await itemsOf(sent.id);
  });
  afterAll(() => body.world.stop());
  const params = () => ({ id: body.roster.id });
  const claims = async (order: number) => {
    const member = await candidateByPhone(body.world, phoneOfLine(order));
    const told = { name: lineOf(order)['姓名'] ?? '', documentType: 'resident-id' as const };
    await member.api.ok(rosterRows.claimRosterRow, { body: { ...told, documentNumber: numberOf(order) } });
  };
  const upload = async (lines: Parameters<typeof filledRoster>[1]) => {
    const bytes = await filledRoster(await templateOf(body.agent, body.roster.id), lines);
    const file = { bytes, name: '名单.xlsx' };
    return body.agent.api.ok(rosters.rosterSheet.upload, { params: params(), file });
  };
  const itemsOf = async (importId: string, only?: SheetItem['kind'] | 'attention') => {
    const all: SheetItem[] = [];
    let cursor: string | null = null;
    do {
      const query = { limit: 200, ...(only && { only }), ...(cursor !== null && { cursor }) };
      const page: { items: SheetItem[]; next: string | null } = await body.agent.api.ok(rosters.rosterSheet.items, {
        params: { ...params(), importId },
        query,
      });
      all.push(...page.items);
      cursor = page.next;
    } while (cursor !== null);
    return all;
  };
  const nameOf = (order: number) => lineOf(order)['姓名'] ?? '';
  const labelOf = (order: number) => `${nameOf(order)}（${numberOf(order).slice(-4)}）`;
  const itemOf = (order: number): SheetItem => {
    const found = items.find(({ label }) => label === labelOf(order));
    if (!found) throw new Error(`nobody ${order}`);
    return found;
  };
  const wordsOf = (order: number) => itemOf(order).verdict?.words ?? [];

  it('counts what would change, and apart from it what was handed in already', () => {
    expect(sent).toMatchObject({
      state: 'preview',
      counts: {
        added: 1,
        changed: 2,
        same: MANY - 7,
        missing: 1,
        judged: { kept: HANDED_IN + 1, attention: 5 },
      },
    });
  });

  it('says of who was handed in that nothing changes, and what of the sheet is not taken', () => {
    const said = [0, 1, 2].map((order) => {
      const { kind, verdict, changes } = itemOf(order);
      return { kind, verdict, changes };
    });
    const kept = { kind: 'kept', verdict: { standing: null, words: ['已提交，不会改'] } };
    expect(said).toEqual([
      { ...kept, changes: [{ column: '手机号', from: phoneOfLine(0), to: '13711110000' }] },
      { ...kept, changes: [] },
      { ...kept, changes: [] },
    ]);
  });

  it('says of who is not named whether that row can go at all', () => {
    expect(itemOf(MANY - 2)).toMatchObject({
      kind: 'kept',
      row: null,
      verdict: { standing: null, words: ['本人已经认领，不会移出，要退出请本人办理'] },
    });
    expect(itemOf(MANY - 1)).toMatchObject({
      kind: 'missing',
      row: null,
      verdict: { standing: 'incomplete', words: ['请上传证件照片'] },
    });
  });

  it('names of two rows with one phone the other one, by row and by name', () => {
    const alone = '不能证明是谁确认的，请改成各人自己的号码';
    expect(itemOf(4).kind).toBe('changed');
    expect(wordsOf(4)).toEqual([`手机号与第 ${itemOf(5).row} 行${nameOf(5)}相同，${alone}`]);
    expect(itemOf(5).kind).toBe('same');
    expect(wordsOf(5)).toEqual([`手机号与第 ${itemOf(4).row} 行${nameOf(4)}相同，${alone}`]);
    // the other one need not stand in the sheet
    expect(wordsOf(MANY)).toContain(`手机号与名单第 ${MANY} 位${nameOf(MANY - 1)}相同，${alone}`);
  });

  it('names of two rows with one number the other one, by row and by name', async () => {
    const twice = await upload([lineOf(0), lineOf(1), lineOf(1, { 姓名: '冒名' })]);
    expect(twice.state).toBe('refused');
    const [problem] = await itemsOf(twice.id);
    const row = problem?.row ?? 0;
    expect(problem).toMatchObject({ code: 'document-twice-with', value: `第 ${row - 1} 行${nameOf(1)}` });
  });

  it('shows those to see to apart, in the order of the sheet', async () => {
    const shown = await itemsOf(sent.id, 'attention');
    // nobody for want of a photo alone: photos come once the sheet is taken
    expect(shown.map(({ label }) => label)).toEqual([0, 3, 4, 5, MANY].map(labelOf));
  });

  it('judges every row as it stands once the sheet is taken', async () => {
    const before = (await body.agent.api.ok(rosters.getRoster, { params: params() })).counts.total;
    const at = { params: { ...params(), importId: sent.id } };
    await body.agent.api.ok(rosters.rosterSheet.confirm, { ...at, body: { missing: 'keep' } });
    await body.world.runJobs();
    const done = await body.agent.api.ok(rosters.rosterSheet.get, at);
    expect(done).toMatchObject({ state: 'done', applied: 3, refused: 0 });
    const rows = await rowsIn(body.agent, body.roster.id);
    expect(rows).toHaveLength(before + 1);
    const shared = (words: readonly string[]) => words.filter((word) => word.startsWith('手机号与')).length > 0;
    const said = rows.map(({ name, documentTail }) => {
      const item = items.find(({ label }) => label === `${name}（${documentTail}）`);
      const words = item?.verdict?.words ?? [];
      return {
        name,
        standing: item?.verdict?.standing ?? null,
        reasons: words.filter((word) => !shared([word])),
        phoneShared: shared(words),
      };
    });
    const stands = rows.map(({ name, state, standing, reasons, phoneShared, claimed, position }) => ({
      name,
      standing: state === 'draft' && !claimed ? standing : null,
      reasons: claimed
        ? ['本人已经认领，不会移出，要退出请本人办理']
        : state === 'draft'
          ? reasons
          : ['已提交，不会改'],
      // the row that the sheet does not name stands beside, and is not what is sent
      phoneShared: phoneShared && position !== MANY,
    }));
    expect(said).toEqual(stands);
    const alone = '不能证明是谁确认的，请改成各人自己的号码';
    expect(rows[4]?.beside).toEqual([`手机号与名单第 6 位${nameOf(5)}相同，${alone}`]);
    expect(rows[5]?.beside).toEqual([`手机号与名单第 5 位${nameOf(4)}相同，${alone}`]);
    expect(rows[6]?.beside).toEqual([]);
    expect(rows[0]).toMatchObject({ state: 'submitted' });
    expect(rows[3]).toMatchObject({ standing: 'ineligible' });
    const first = await body.agent.api.ok(rosterRows.getRosterRow, {
      params: { ...params(), rowId: rows[0]?.id ?? '' },
    });
    expect(first.values['phone']).toBe(phoneOfLine(0));
    const fifth = { params: { ...params(), rowId: rows[4]?.id ?? '' } };
    expect((await body.agent.api.ok(rosterRows.getRosterRow, fifth)).beside).toEqual(rows[4]?.beside);
  });

  it('says of who was handed in and is not named any more that the application would be withdrawn', async () => {
    const fewer = await upload(Array.from({ length: MANY }, (_, nth) => lineOf(nth)).filter((_, nth) => nth !== 1));
    const [gone] = await itemsOf(fewer.id, 'missing');
    expect(gone).toMatchObject({
      label: labelOf(1),
      verdict: { standing: null, words: ['已提交，移出就会撤回报名'] },
    });
  });
});
