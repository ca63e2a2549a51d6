import type { Handle } from '../../platform/db';
import type { Session } from '../sessions';
import type { Examinee } from './examinees';
import { passHistoriesOf, standingsOf } from './pass-history';

/**
 * Who of these keeps a pass of which subject through the exam, by the notice that keeps it: `participant:subject`. Passes
 * of earlier sessions and those brought in from before count alike.
 */
export async function exemptAmong(
  h: Handle,
  session: Pick<Session, 'id' | 'examStart'>,
  examinees: readonly Pick<Examinee, 'participantId' | 'applicationId'>[],
): Promise<ReadonlySet<string>> {
  const exempt = new Set<string>();
  if (examinees.length === 0) return exempt;
  const asked = new Set(examinees.map(({ participantId }) => participantId));
  const applications = examinees.map(({ applicationId }) => applicationId);
  for (const history of await passHistoriesOf(h, applications)) {
    const here = history.flatMap(({ participantId }) =>
      participantId !== null && asked.has(participantId) ? [participantId] : [],
    );
    // what is marked now keeps nothing for itself
    const now = new Set(history.filter(({ sessionId }) => sessionId === session.id).map(({ id }) => id));
    for (const { rootId, no, passes } of standingsOf(history, session.examStart)) {
      if (now.has(rootId) || (no !== null && no !== 'retake-under-way')) continue;
      for (const { subject, until } of passes)
        if (session.examStart <= until) for (const id of here) exempt.add(`${id}:${subject}`);
    }
  }
  return exempt;
}
