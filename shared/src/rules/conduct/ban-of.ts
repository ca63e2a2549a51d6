import { type LocalDate, localDate, yearOf } from '../../kernel';
import type { ConductRule } from '../../notice';
import { lastDayOfYears } from '../calendar';
import type { Procedure } from './procedure-of';

type Tier = ConductRule['tiers'][number];

/** Days on which nobody may be assessed, both included. */
export type Ban = { readonly from: LocalDate; readonly until: LocalDate };

/**
 * How long a breach of this weight keeps somebody away: the rest of the year of the exam, or years by how serious it is,
 * from the day that the procedure counts from. Null: the weight prints no ban, or it is over when it is decided.
 */
export function banOf(
  { ban }: Pick<Tier, 'ban'>,
  given: {
    readonly severity: 'light' | 'serious';
    readonly examOn: LocalDate;
    readonly decidedOn: LocalDate;
    readonly procedure: Pick<Procedure, 'banFrom'>;
  },
): Ban | null {
  if (ban === null) return null;
  const { severity, examOn, decidedOn } = given;
  if (ban.kind === 'rest-of-year') {
    const until = localDate(`${yearOf(examOn)}-12-31`);
    return until < decidedOn ? null : { from: decidedOn, until };
  }
  const start = given.procedure.banFrom.value === 'exam' ? examOn : decidedOn;
  const until = lastDayOfYears(start, ban[severity]);
  return until < decidedOn ? null : { from: decidedOn, until };
}
