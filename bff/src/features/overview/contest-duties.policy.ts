import type { StagePart } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import type { Duty } from './duties.policy';

/** How far the work on a competition has come, with the stage that is worked on. */
export type ContestProgress = {
  /** Nobody enters any more. */
  readonly entryOver: boolean;
  readonly submitted: number;
  readonly stage: {
    readonly firstDay: LocalDate | null;
    readonly lastDay: LocalDate | null;
    /** Who stands in it. */
    readonly waiting: number;
    readonly frozen: boolean;
    readonly published: boolean;
    /** It has rooms, seats and doors; null where the competition has no theory part. */
    readonly hasRooms: boolean | null;
    /** Who takes its stations is drawn, and somebody judges there; null where the competition has no skill part. */
    readonly drawn: boolean | null;
    readonly judged: boolean | null;
    /** Who wants a training before it, while none is arranged. */
    readonly untrained: number;
    readonly seated: number;
    readonly ticketed: number;
    readonly sittingsToday: number;
    /** Of how many the doors know whether they came, and the roster does not say it. */
    readonly untaken: number;
    /** Of whoever is not known to be absent, those who lack a mark. */
    readonly unmarked: number;
    /** The same by part. */
    readonly lacks: Readonly<Record<StagePart, number>>;
    /** The parts that judges mark, and whose marks are not locked. */
    readonly unlocked: readonly StagePart[];
    /** Marks and absences that others noted and nobody has confirmed, and those that whoever asks noted. */
    readonly unconfirmed: number;
    readonly ownOpen: number;
  };
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** One has proposed the awards as they stand; another one is to lock them. */
  readonly proposed: boolean;
  readonly openProtests: number;
  readonly decideBy: LocalDate | null;
  /** Until the last stage's ranks may be protested against. */
  readonly protestsOver: boolean;
};

/** What staff of a competition should do now, in the order of the work. */
export function contestDutiesOf(done: ContestProgress, day: LocalDate): readonly Duty[] {
  const { stage, submitted, entryOver, isFirst } = done;
  const { firstDay, lastDay, frozen, published, waiting, seated } = stage;
  const listComplete = submitted === 0 && waiting > 0 && (entryOver || !isFirst);
  const isAhead = (frozen || listComplete) && !published && lastDay !== null && day <= lastDay;
  const hasBegun = frozen && !published && firstDay !== null && day >= firstDay;
  const isMarked = stage.unmarked + stage.unconfirmed + stage.ownOpen === 0;
  const keyed = (part: StagePart) => (hasBegun && !stage.unlocked.includes(part) ? stage.lacks[part] : 0);
  const unseated = Math.max(0, waiting - seated);
  const awarding = done.isLast && published && done.openProtests === 0;
  const all: readonly (readonly [code: Duty['code'], open: boolean | number, dueOn: LocalDate | null])[] = [
    ['check-entries', submitted, firstDay],
    // whoever enters wants to know when to come, long before the list is complete
    ['announce-stage', !published && firstDay === null && (isFirst ? waiting > 0 : listComplete), null],
    ['arrange-training', isFirst && !published && !hasBegun ? stage.untrained : 0, firstDay],
    ['freeze-roster', !frozen && firstDay !== null && listComplete ? waiting : 0, firstDay],
    ['draw-stage', isAhead && frozen && stage.drawn === false ? waiting : 0, firstDay],
    ['assign-judges', isAhead && frozen && stage.judged === false, firstDay],
    ['open-stage-day', isAhead && stage.hasRooms === false ? waiting : 0, firstDay],
    ['seat-session', isAhead && stage.hasRooms === true ? unseated : 0, firstDay],
    ['issue-tickets', isAhead && unseated === 0 && seated > 0 ? Math.max(0, seated - stage.ticketed) : 0, firstDay],
    ['exam-day', stage.sittingsToday > 0, day],
    ['take-attendance', hasBegun && lastDay !== null && day > lastDay ? stage.untaken : 0, null],
    ['key-theory-marks', keyed('theory'), null],
    ['key-skill-marks', keyed('skill'), null],
    ['lock-judge-marks', hasBegun && stage.unlocked.some((part) => stage.lacks[part] > 0), null],
    ['check-stage-marks', published ? 0 : stage.unconfirmed, null],
    ['publish-ranks', hasBegun && waiting > 0 && isMarked && (lastDay === null || day >= lastDay), null],
    ['decide-protests', done.openProtests, done.decideBy],
    ['propose-awards', awarding && !done.proposed, null],
    ['lock-awards', awarding && done.proposed && done.protestsOver, null],
  ];
  return all
    .filter(([, open]) => open !== false && open !== 0)
    .map(([code, open, dueOn]) => {
      const overdue = dueOn !== null && day > dueOn;
      return { code, dueOn, overdue, ...(typeof open === 'number' && { waiting: open }) };
    });
}

/** How far the awards of a competition are once they are locked. */
export type PrizeProgress = {
  /** Who gets money. */
  readonly winners: number;
  /** Of whom nobody has told the account. */
  readonly missing: number;
  /** Awards whose money could be paid now. */
  readonly due: number;
  /** Whose awards go by ranks that were corrected since. */
  readonly apart: number;
};

/** What is due once awards are locked: what became of corrected ranks, then accounts, then money. */
export const prizeDutiesOf = ({ missing, due, apart }: Omit<PrizeProgress, 'winners'>): readonly Duty[] =>
  (
    [
      ['settle-apart-awards', apart],
      ['collect-award-accounts', missing],
      ['pay-prizes', due],
    ] as const
  ).flatMap(([code, waiting]) => (waiting === 0 ? [] : [{ code, waiting, dueOn: null, overdue: false }]));

/** How far the correction of ranks that are published has come. */
export type CorrectionProgress = {
  /** Protests that were upheld with other ranks, and are not in a publication. */
  readonly awaiting: number;
  /** Whose rank, marks or place a publication anew would change. */
  readonly touched: number;
  readonly unconfirmed: number;
  readonly ownOpen: number;
};

/** What is due until published ranks are as they should be: a mark put right, checked by another, published anew. */
export function correctionDutiesOf({ awaiting, touched, unconfirmed, ownOpen }: CorrectionProgress): readonly Duty[] {
  const isChecked = unconfirmed + ownOpen === 0;
  const all: readonly (readonly [code: Duty['code'], waiting: number])[] = [
    ['correct-marks', isChecked && touched === 0 ? awaiting : 0],
    ['check-stage-marks', unconfirmed],
    ['republish-ranks', isChecked ? touched : 0],
  ];
  return all.flatMap(([code, waiting]) => (waiting > 0 ? [{ code, waiting, dueOn: null, overdue: false }] : []));
}
