import type { Score, Total } from '../../kernel';
import type { AdvanceRule, ContestRule } from '../../notice';

/** The parts of a competition that its ranking hangs on. */
export type RankingRule = Pick<ContestRule, 'weights' | 'ties' | 'stages' | 'advance'>;

/** How an entrant of the frozen roster stood in a stage. */
export type Attendance = 'present' | 'absent' | 'disqualified' | 'withdrawn';

/** One entrant's marks of one stage; null where there is none. `group`: ranked by itself, null where all are one. */
export type Marks = {
  readonly entrant: string;
  readonly group: string | null;
  readonly theory: Score | null;
  readonly skill: Score | null;
  readonly status: Attendance;
};

/** What the jury decided about a full tie: all of its entrants, the best first. */
export type TieDecision = { readonly order: readonly string[]; readonly reason: string };

/** `open`: as long as the jury has not decided a tie that the line runs through. */
export type Advances = 'yes' | 'no' | 'open';

export type Ranked = {
  readonly entrant: string;
  /** Null while a full tie is undecided; it will be one of `from` … `to`. */
  readonly rank: number | null;
  readonly from: number;
  readonly to: number;
  readonly total: Total;
  readonly advances: Advances;
  /** Why the jury put this one here; null where the marks did. */
  readonly decidedBecause: string | null;
};

export type Unranked = {
  readonly entrant: string;
  readonly why: Exclude<Attendance, 'present'> | 'mark-missing';
};

type Share = Extract<AdvanceRule, { percent: number }>;

/** How many go on and why; `lastTotal`: of the last one who does, null where nobody does. */
export type AdvanceLine = {
  readonly quota: number;
  readonly lastTotal: Total | null;
  /** Null where the notice names a number and no share. */
  readonly share: {
    readonly base: Share['base']['value'];
    readonly counted: number;
    readonly percent: number;
    readonly rounding: Share['rounding']['value'];
    readonly rounded: number;
    readonly minimum: number | null;
  } | null;
};

export type GroupRanking = {
  readonly group: string | null;
  /** Best first; those of an undecided tie by name. */
  readonly ranked: readonly Ranked[];
  readonly unranked: readonly Unranked[];
  readonly undecidedTies: readonly (readonly string[])[];
  /** Null in the last stage. */
  readonly line: AdvanceLine | null;
};

/** A group each, by name. */
export type Ranking = { readonly stage: string; readonly groups: readonly GroupRanking[] };

/** Why a decision is none; `decision` is its place in the list, from 0. */
export type DecisionFault = {
  readonly decision: number;
  readonly code:
    | 'decision-entrant-unknown'
    | 'decision-entrant-twice'
    | 'decision-entrant-not-tied'
    | 'decision-mixes-ties'
    | 'decision-part-of-tie'
    | 'decision-twice';
  readonly entrants: readonly string[];
};
