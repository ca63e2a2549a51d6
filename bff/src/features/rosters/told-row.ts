import type { LocalDate } from '@jikaotong/shared/kernel';
import type { Facts } from '@jikaotong/shared/notice';
import type { Applicant, Frame, ToldParts } from '../applications';

/** What a row says, read; `papers` are those that need no scan. */
export type Told = {
  readonly candidate: Applicant;
  readonly facts: Facts;
  readonly papers: ToldParts['papers'];
  readonly offeringCode: string;
  readonly route: string | null;
};

/** What a roster's rows are read for: the frame of its session, and what its offerings are called there. */
export type Reading = {
  readonly frame: Frame;
  readonly offeringNames: ReadonlyMap<string, string>;
  readonly day: LocalDate;
  /** Whether a row may leave its condition open, as lists from elsewhere do: it is asked for before it is handed in. */
  readonly isConditionOpen: boolean;
  /** Where a row names no employer. */
  readonly unitName: string;
};

export type Values = Readonly<Record<string, string>>;
export type RowProblem = { readonly key: string; readonly code: string; readonly value: string | null };

export const SEXES = { male: '男', female: '女' } as const;
export const GRADES = ['junior', 'intermediate', 'senior'] as const;
export const STATUSES = ['graduated', 'final-year', 'enrolled'] as const;
export const YES = '是';
