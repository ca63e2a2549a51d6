import { outcomeOf } from '@jikaotong/shared/rules/results';
import type { Context } from '../../platform/http';
import type { Application } from '../applications';
import { ticketsOf } from '../sittings';
import { examineesOf } from './examinees';
import { verdictsOf } from './result.policy';
import { subjectResult } from './result.presenter';
import { currentOf } from './result.repository';

export type GroupOutcome = {
  readonly outcome: 'passed' | 'failed';
  readonly subjects: readonly Pick<ReturnType<typeof subjectResult>, 'subject' | 'points'>[];
};

/** What the published marks of these come to, by application; of whom nothing is published is left out. */
export async function outcomesOf(
  h: Context['h'],
  rows: readonly Application[],
): Promise<ReadonlyMap<string, GroupOutcome>> {
  const published = rows.filter(({ resultsPublishedOn }) => resultsPublishedOn !== null);
  const ids = published.map(({ participantId }) => participantId);
  if (ids.length === 0) return new Map();
  const marks = await currentOf(h, ids);
  const marksOf = new Map<string, typeof marks>();
  for (const mark of marks) marksOf.set(mark.participantId, [...(marksOf.get(mark.participantId) ?? []), mark]);
  const examinees = new Map((await examineesOf(h, await ticketsOf(h, ids))).map((one) => [one.participantId, one]));
  const found = new Map<string, GroupOutcome>();
  for (const row of published) {
    const examinee = examinees.get(row.participantId);
    // whatever is looked into is nobody's to know before
    if (!examinee || examinee.held) continue;
    const verdicts = verdictsOf(examinee, marksOf.get(row.participantId) ?? []);
    const outcome = outcomeOf(verdicts);
    if (outcome === 'incomplete' || outcome === 'pending') continue;
    found.set(row.id, {
      outcome: outcome === 'passed' ? 'passed' : 'failed',
      subjects: verdicts.map(subjectResult).map(({ subject, points }) => ({ subject, points })),
    });
  }
  return found;
}
