import { stageMarks, stages } from '@jikaotong/shared/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgedStage } from '../support/judging';
import { KNOWN_KEYS } from '../support/many-paid';
import { key } from '../support/stage';
import { type World, openWorld } from '../support/world';

describe('marks by a sheet', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ day: '2025-07-10', env: KNOWN_KEYS });
  });
  afterAll(() => world.stop());

  it('come by number, with what is wrong at its cell, and wait for a second person', async () => {
    const stage = await judgedStage(world, 3);
    const params = { id: stage.id };
    const template = await stage.marker.api.file(stageMarks.downloadMarksTemplate, { params });
    expect(Buffer.from(template).subarray(0, 2).toString()).toBe('PK');
    const upload = (text: string) =>
      stage.marker.api.ok(stageMarks.marksSheet.upload, {
        params,
        file: { bytes: Buffer.from(text), name: '成绩.csv' },
      });
    const wrong = await upload('参赛号,姓名,理论,技能\n1,不是他,90,80\n9,,90,80\n2,,101,80\n2,,90,80\n');
    expect(wrong).toMatchObject({ state: 'refused', counts: { problems: 4 } });
    await key(stage.marker, stage.id, { number: 3, part: 'theory', mark: '70' });
    const read = await upload('参赛号,理论,技能\n1,90,80.5\n2,88,\n3,71,\n');
    expect(read).toMatchObject({ state: 'preview', counts: { added: 2, changed: 1, problems: 0 } });
    const at = { ...params, importId: read.id };
    // somebody keys meanwhile: that one is not overwritten
    await key(stage.second, stage.id, { number: 2, part: 'theory', mark: '87' });
    await stage.marker.api.ok(stageMarks.marksSheet.confirm, { params: at, body: { missing: 'keep' } });
    await world.runJobs();
    expect(await stage.marker.api.ok(stageMarks.marksSheet.get, { params: at })).toMatchObject({
      state: 'done',
      applied: 2,
      refused: 1,
    });
    const marksOf = async (number: string) => {
      const { theory, skill, notes } = await stage.marker.api.ok(stages.getStageEntrant, {
        params: { id: stage.id, number },
      });
      return [theory, skill, notes[0]?.source];
    };
    expect([await marksOf('1'), await marksOf('2'), await marksOf('3')]).toEqual([
      ['90', '80.5', 'sheet'],
      ['87', null, 'keyed'],
      ['71', null, 'sheet'],
    ]);
    const own = { params, body: { part: 'skill' as const, how: '核对' } };
    expect((await stage.marker.api.refused(stages.confirmStageNotes, own)).code).toBe('same-marker');
    await stage.second.api.ok(stages.confirmStageNotes, own);
  });
});
