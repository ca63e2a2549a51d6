import { localDate } from '@jikaotong/shared/kernel';
import { describe, expect, it } from 'vitest';
import { type ContestProgress, contestDutiesOf } from './contest-duties.policy';

const day = localDate('2025-07-28');
const begun: ContestProgress['stage'] = {
  firstDay: day,
  lastDay: day,
  waiting: 299,
  frozen: true,
  published: false,
  hasRooms: true,
  drawn: true,
  judged: true,
  untrained: 0,
  seated: 299,
  ticketed: 299,
  sittingsToday: 0,
  untaken: 0,
  unmarked: 299,
  unconfirmed: 0,
};
const progress: Omit<ContestProgress, 'stage'> = {
  entryOver: true,
  submitted: 0,
  isFirst: true,
  isLast: false,
  openProtests: 0,
  decideBy: null,
  protestsOver: false,
};
const on = (
  text: string,
  stage: Partial<ContestProgress['stage']>,
  change: Partial<Omit<ContestProgress, 'stage'>> = {},
) =>
  contestDutiesOf({ ...progress, ...change, stage: { ...begun, ...stage } }, localDate(text)).map(
    ({ code, waiting, overdue }) => `${code}${waiting === undefined ? '' : ` ${waiting}`}${overdue ? ' late' : ''}`,
  );

describe('the duties of a competition', () => {
  const open = { frozen: false, hasRooms: false, seated: 0, ticketed: 0 };

  it('names who waits to be checked, and no roster to freeze while people enter', () => {
    expect(on('2025-06-17', open, { entryOver: false, submitted: 18 })).toEqual(['check-entries 18']);
    expect(on('2025-06-17', open, { entryOver: false })).toEqual([]);
  });

  it('has the first stage announced and trainings arranged while people still enter', () => {
    const unknown = { ...open, firstDay: null, lastDay: null };
    expect(on('2025-06-17', unknown, { entryOver: false })).toEqual(['announce-stage']);
    expect(on('2025-06-17', { ...unknown, waiting: 0 }, { entryOver: false })).toEqual([]);
    expect(on('2025-06-17', { ...open, untrained: 147 }, { entryOver: false })).toEqual(['arrange-training 147']);
    expect(on('2025-07-28', { untrained: 147, unmarked: 0, unconfirmed: 1 })).toEqual(['check-stage-marks 1']);
    expect(on('2025-06-17', { ...open, untrained: 147 }, { isFirst: false, submitted: 1 })).toEqual([
      'check-entries 1',
    ]);
  });

  it('has the stage announced, then its roster frozen, its rooms made, its people seated and told', () => {
    expect(on('2025-07-26', { ...open, firstDay: null, lastDay: null })).toEqual(['announce-stage']);
    expect(on('2025-07-26', open)).toEqual(['freeze-roster 299', 'open-stage-day 299']);
    expect(on('2025-07-29', open)).toEqual(['freeze-roster 299 late']);
    expect(on('2025-07-26', { ...open, frozen: true })).toEqual(['open-stage-day 299']);
    expect(on('2025-07-26', { ...open, frozen: true, hasRooms: null })).toEqual([]);
    expect(on('2025-07-26', { ...open, drawn: false, judged: false, hasRooms: null })).toEqual(['freeze-roster 299']);
    expect(on('2025-07-26', { drawn: false, judged: false })).toEqual(['draw-stage 299', 'assign-judges']);
    expect(on('2025-07-26', { drawn: null, judged: null })).toEqual([]);
    expect(on('2025-07-29', { drawn: false, judged: false, unmarked: 0, unconfirmed: 1 })).toEqual([
      'check-stage-marks 1',
    ]);
    expect(on('2025-07-26', { seated: 288, ticketed: 0 })).toEqual(['seat-session 11']);
    expect(on('2025-07-26', { ticketed: 0 })).toEqual(['issue-tickets 299']);
    expect(on('2025-07-27', {})).toEqual([]);
  });

  it('has marks keyed from its day on, checked by another, and ranks published once nothing is left', () => {
    expect(on('2025-07-28', { sittingsToday: 299 })).toEqual(['exam-day', 'key-stage-marks 299']);
    expect(on('2025-07-28', { untaken: 285, unmarked: 14 })).toEqual(['key-stage-marks 14']);
    expect(on('2025-07-29', { untaken: 285, unmarked: 14 })).toEqual(['take-attendance 285', 'key-stage-marks 14']);
    expect(on('2025-07-29', { published: true, untaken: 285 })).toEqual([]);
    expect(on('2025-07-29', { unmarked: 0, unconfirmed: 14 })).toEqual(['check-stage-marks 14']);
    expect(on('2025-07-29', { unmarked: 0 })).toEqual(['publish-ranks']);
    expect(on('2025-07-28', { lastDay: localDate('2025-07-29'), unmarked: 0 })).toEqual([]);
    expect(on('2025-07-29', { published: true, unmarked: 0 })).toEqual([]);
  });

  it('has protests decided by their day, and awards locked when nobody can protest any more', () => {
    const last = { isLast: true, openProtests: 1, decideBy: localDate('2025-08-04') };
    expect(on('2025-08-04', { published: true }, last)).toEqual(['decide-protests 1']);
    expect(on('2025-08-05', { published: true }, { ...last, protestsOver: true })).toEqual(['decide-protests 1 late']);
    expect(on('2025-08-04', { published: true }, { isLast: true })).toEqual([]);
    expect(on('2025-08-05', { published: true }, { isLast: true, protestsOver: true })).toEqual(['lock-awards']);
  });
});
