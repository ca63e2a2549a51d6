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
  const examinees = await examineesOf(h, await ticketsOf(h, ids));
  const found = new Map<string, GroupOutcome>();
  for (const row of published) {
    const examinee = examinees.find(({ participantId }) => participantId === row.participantId);
    // whatever is looked into is nobody's to know before
    if (!examinee || examinee.held) continue;
    const verdicts = verdictsOf(
      examinee,
      marks.filter(({ participantId }) => participantId === row.participantId),
    );
    const outcome = outcomeOf(verdicts);
    if (outcome === 'incomplete' || outcome === 'pending') continue;
    found.set(row.id, {
      outcome: outcome === 'passed' ? 'passed' : 'failed',
      subjects: verdicts.map(subjectResult).map(({ subject, points }) => ({ subject, points })),
    });
  }
  return found;
}
