import { localDate } from '@jikaotong/shared/kernel';
import { describe, expect, it } from 'vitest';
import { type ContestProgress, contestDutiesOf, correctionDutiesOf, prizeDutiesOf } from './contest-duties.policy';

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
  lacks: { theory: 0, skill: 0 },
  unlocked: [],
  unconfirmed: 0,
  ownOpen: 0,
};
const progress: Omit<ContestProgress, 'stage'> = {
  entryOver: true,
  submitted: 0,
  isFirst: true,
  isLast: false,
  openProtests: 0,
  decideBy: null,
  protestsOver: false,
  proposed: false,
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
    const theory = { theory: 14, skill: 0 };
    expect(on('2025-07-28', { sittingsToday: 299 })).toEqual(['exam-day']);
    expect(on('2025-07-28', { untaken: 285, lacks: theory })).toEqual(['key-theory-marks 14']);
    expect(on('2025-07-29', { untaken: 285, lacks: theory })).toEqual(['take-attendance 285', 'key-theory-marks 14']);
    expect(on('2025-07-29', { published: true, untaken: 285 })).toEqual([]);
    expect(on('2025-07-29', { unmarked: 0, unconfirmed: 14 })).toEqual(['check-stage-marks 14']);
    expect(on('2025-07-29', { unmarked: 0 })).toEqual(['publish-ranks']);
    expect(on('2025-07-28', { lastDay: localDate('2025-07-29'), unmarked: 0 })).toEqual([]);
    expect(on('2025-07-29', { published: true, unmarked: 0 })).toEqual([]);
  });

  it('asks nobody to check what they noted themselves, and ranks wait for whoever can', () => {
    expect(on('2025-07-29', { unmarked: 0, ownOpen: 14 })).toEqual([]);
  });

  it('has the marks of judges locked where they are what is missing, and keyed in where there are no judges', () => {
    const [skill, both] = [
      { theory: 0, skill: 14 },
      { theory: 9, skill: 14 },
    ];
    expect(on('2025-07-28', { lacks: skill, unlocked: ['skill'] })).toEqual(['lock-judge-marks']);
    expect(on('2025-07-28', { lacks: both, unlocked: ['skill'] })).toEqual(['key-theory-marks 9', 'lock-judge-marks']);
    expect(on('2025-07-27', { lacks: both, unlocked: ['skill'] })).toEqual([]);
    expect(on('2025-07-28', { unmarked: 0, unlocked: ['skill'] })).toEqual(['publish-ranks']);
    expect(on('2025-07-28', { lacks: both })).toEqual(['key-theory-marks 9', 'key-skill-marks 14']);
  });

  it.each([
    ['nothing', {}, []],
    ['an upheld protest', { awaiting: 1 }, ['correct-marks 1']],
    ['a mark that others put right', { awaiting: 1, touched: 3, unconfirmed: 1 }, ['check-stage-marks 1']],
    ['a mark of their own', { awaiting: 1, touched: 3, ownOpen: 1 }, []],
    ['a checked mark', { awaiting: 1, touched: 3 }, ['republish-ranks 3']],
  ] as const)('leads from %s to ranks that are published anew', (_, said, wanted) => {
    const none = { awaiting: 0, touched: 0, unconfirmed: 0, ownOpen: 0 };
    expect(correctionDutiesOf({ ...none, ...said }).map(({ code, waiting }) => `${code} ${waiting}`)).toEqual(wanted);
  });

  it('has protests decided by their day, awards proposed meanwhile, and locked when nobody can protest any more', () => {
    const last = { isLast: true, openProtests: 1, decideBy: localDate('2025-08-04') };
    expect(on('2025-08-04', { published: true }, last)).toEqual(['decide-protests 1']);
    expect(on('2025-08-05', { published: true }, { ...last, protestsOver: true })).toEqual(['decide-protests 1 late']);
    expect(on('2025-08-04', { published: true }, { isLast: true })).toEqual(['propose-awards']);
    expect(on('2025-08-04', { published: true }, { isLast: true, proposed: true })).toEqual([]);
    const over = { isLast: true, protestsOver: true };
    expect(on('2025-08-05', { published: true }, over)).toEqual(['propose-awards']);
    expect(on('2025-08-05', { published: true }, { ...over, proposed: true })).toEqual(['lock-awards']);
  });

  it('has what became of corrected ranks settled, accounts collected and prizes paid, until nothing is left', () => {
    const due = (done: Parameters<typeof prizeDutiesOf>[0]) =>
      prizeDutiesOf(done).map(({ code, waiting }) => `${code} ${waiting}`);
    expect(due({ missing: 11, due: 3, apart: 1 })).toEqual([
      'settle-apart-awards 1',
      'collect-award-accounts 11',
      'pay-prizes 3',
    ]);
    expect(due({ missing: 0, due: 0, apart: 0 })).toEqual([]);
  });
});
