import type { LocalDate } from '@jikaotong/shared/kernel';
import { completedByNumber, judgeToldIdentity } from '@jikaotong/shared/rules/identity';
import { type Context, refuse } from '../../platform/http';
import type { Identity } from '../candidates';
import type { Applicant } from './applicant';
import type { Frame } from './frame';

/** What is known with what is told now; a new number tells birth date and sex anew, unless they are given beside it. */
export function mergedApplicant(known: Applicant, given: Partial<Applicant>, day: LocalDate): Applicant {
  const merged = { ...known, ...given };
  const isNewNumber = given.documentNumber !== undefined && given.documentNumber !== known.documentNumber;
  if (!isNewNumber) return completedByNumber(merged, day);
  const told = completedByNumber({ ...merged, birthDate: null, sex: null }, day);
  return {
    ...merged,
    birthDate: given.birthDate ?? told.birthDate ?? merged.birthDate,
    sex: given.sex ?? told.sex ?? merged.sex,
  };
}

/** Refuses `identity-refused` for what nobody can be enrolled as. */
export function judgeTold(ctx: Pick<Context, 'now'>, frame: Frame, candidate: Identity): void {
  const context = { matrix: frame.notice.identity, applicationOn: ctx.now.day, examOn: frame.examEnd };
  const faults = judgeToldIdentity(candidate, context);
  if (faults.length > 0) refuse('identity-refused', { faults });
}
