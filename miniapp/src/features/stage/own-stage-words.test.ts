import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { expect, it } from 'vitest';
import { ownStageNote, ownStageTitle } from './own-stage-words';

const TODAY = localDate('2025-07-26');
const UNKNOWN = {
  cancelled: undefined,
  rank: null,
  announced: null,
  printed: '7月下旬',
  reached: 'yes' as const,
  rankedOn: undefined,
};
const ANNOUNCED = {
  ...UNKNOWN,
  announced: { day: localDate('2025-07-28'), startsAt: timeOfDay('08:30'), place: '亦庄实训基地' },
};

it('says that time and place are not published beside the printed words', () => {
  expect(ownStageTitle(UNKNOWN)).toBe('时间、地点还没有公布');
  expect(ownStageNote(UNKNOWN, TODAY)).toBe('7月下旬（通知原文）');
});

it('says to whoever did not go on that the ranks are published, once they are', () => {
  expect(ownStageTitle({ ...UNKNOWN, reached: 'no' })).toBe('您没有进入这一阶段');
  expect(ownStageTitle({ ...UNKNOWN, reached: 'no', rankedOn: TODAY })).toBe('名次已公布');
});

it('says that only the ranks are not published beside an announced time and place', () => {
  expect(ownStageTitle(ANNOUNCED)).toBe('名次还没有公布');
  expect(ownStageNote(ANNOUNCED, TODAY)).toContain('08:30　亦庄实训基地');
});
