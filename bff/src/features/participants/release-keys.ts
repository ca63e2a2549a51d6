import { type Handle, isDuplicate, placeholders } from '../../platform/db';
import { type Candidate, changeCandidate, dropKeys, findCandidate } from '../candidates';
import { HANDED_IN } from './participant.record';

/**
 * An enrolment is over: account, document and person are free again. The oldest that was handed in with the same document
 * and had to live without it holds it from now on; to its owner nothing changed, so the version stays.
 */
export async function releaseKeys(h: Handle, { id, scope }: Pick<Candidate, 'id' | 'scope'>): Promise<void> {
  // read anew: it may itself have inherited the document since
  const { documentKey = null } = (await findCandidate(h, id)) ?? {};
  await dropKeys(h, [id]);
  if (documentKey === null) return;
  // locked where others write at the same time: who is stopped this very moment inherits nothing
  const [heir] = await h.query<{ id: string }>(
    `SELECT c.id AS id FROM candidate c JOIN participant p ON p.candidate_id = c.id
     WHERE c.scope = ? AND c.document_index = ? AND c.document_key IS NULL AND c.id <> ? AND p.state IN (${placeholders(HANDED_IN)})
     ORDER BY c.id LIMIT 1 ${h.dialect === 'mysql' ? 'FOR UPDATE' : ''}`,
    [scope, documentKey.slice(scope.length + 1), id, ...HANDED_IN],
  );
  if (!heir) return;
  await changeCandidate(h, heir.id, { documentKey }).catch((error: unknown) => {
    // handed in this very moment with the same document: who came first holds it
    if (!isDuplicate(error, 'uq_candidate_document')) throw error;
  });
}
