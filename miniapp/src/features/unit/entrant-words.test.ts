import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { expect, it } from 'vitest';
import { allPlacesText, entrantLines } from './entrant-words';

const today = localDate('2025-07-26');
const day = localDate('2025-07-28');
const ticket = {
  seats: [
    {
      subject: 'theory' as const,
      day,
      startsAt: timeOfDay('09:00'),
      siteName: '亦庄考点',
      roomName: '101',
      seat: 7,
    },
  ],
  heat: { heat: 2, station: 5, paper: null, day, startsAt: timeOfDay('13:50') },
};
const of = (result: Parameters<typeof entrantLines>[0]['result'], name = '王一') => ({
  entryId: name,
  name,
  number: 1,
  ticket,
  result,
});

it('tells when and where until the ranks are published', () => {
  expect(entrantLines(of(null), { isLast: false, today })).toEqual([
    '理论知识：7月28日 周一 09:00 亦庄考点 101 座位7',
    '技能出场：7月28日 周一 13:50 第2场 5号工位',
  ]);
  expect(entrantLines({ ...of(null), ticket: null }, { isLast: false, today })).toEqual([]);
});

it('tells then the rank and, but for the last stage, whether one goes on', () => {
  const ranked = { rank: 3, advances: true, standing: 'present' as const };
  const lines = (result: Parameters<typeof of>[0], isLast = false) => entrantLines(of(result), { isLast, today });
  expect(lines(ranked)).toEqual(['第3名，晋级']);
  expect(lines({ ...ranked, advances: false })).toEqual(['第3名，未晋级']);
  expect(lines({ ...ranked, advances: false }, true)).toEqual(['第3名']);
  expect(lines({ rank: null, advances: false, standing: 'absent' })).toEqual(['缺考，没有名次']);
  expect(lines({ rank: null, advances: false, standing: 'disqualified' })).toEqual(['没有名次']);
});

it('makes one text of all, a line each, a stage after the other', () => {
  const result = { rank: 1, advances: true, standing: 'present' as const };
  const stages = [
    { name: '初赛', isLast: false, people: [of(result), of({ ...result, rank: 2 }, '李二')] },
    { name: '决赛', isLast: true, people: [{ ...of(null), ticket: { ...ticket, heat: null } }] },
  ];
  expect(allPlacesText({ unitName: '甲安防', stages }, today)).toBe(
    [
      '甲安防 初赛',
      '1. 王一 第1名，晋级',
      '2. 李二 第2名，晋级',
      '',
      '甲安防 决赛',
      '1. 王一 理论知识：7月28日 周一 09:00 亦庄考点 101 座位7',
    ].join('\n'),
  );
});
