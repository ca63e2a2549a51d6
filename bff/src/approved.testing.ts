import { type Handle, newId } from './platform/db';
import { type Candidate, insertCandidate } from './features/candidates';
import { type ParticipantState, insertParticipant, newParticipant } from './features/participants';

/** A notice `n` with one version `v`, of which nothing more is known. */
export async function addNotice(
  h: Handle,
  { kind, nowMs = 0 }: { readonly kind: 'certification' | 'competition'; readonly nowMs?: number },
): Promise<void> {
  const at = new Date(nowMs);
  await h.run(
    "INSERT INTO notice (id, body_id, kind, year, title, current_version, created_at) VALUES ('n', 'bspia', ?, 2026, 't', 1, ?)",
    [kind, at],
  );
  await h.run(
    `INSERT INTO notice_version (id, notice_id, version, language, content, raw_text, sha256, published_at)
     VALUES ('v', 'n', 1, 1, '{}', '{}', '', ?)`,
    [at],
  );
}

const addPublished = (h: Handle, id: string, kind: 'session' | 'stage') =>
  h.run(
    `INSERT INTO event (id, kind, body_id, notice_id, notice_version_id, notice_version, state, revision)
     VALUES (?, ?, 'bspia', 'n', 'v', 1, 'published', ?)`,
    [id, kind, newId()],
  );

/** A session that is not described any further, of a notice that is not either. */
export async function addEvent(h: Handle, id: string, nowMs: number): Promise<void> {
  await addNotice(h, { kind: 'certification', nowMs });
  await addPublished(h, id, 'session');
}

/** The last stage of a competition, announced, of a notice that says nothing more of it. */
export async function addStage(h: Handle, id: string): Promise<void> {
  await addNotice(h, { kind: 'competition' });
  await addPublished(h, id, 'stage');
  await h.run("INSERT INTO contest_stage (id, notice_id, stage) VALUES (?, 'n', 'final')", [id]);
}

/** Somebody approved in that event, of whom nothing is known but the account; returns the id of the candidate. */
export const addApproved = async (h: Handle, eventId: string, accountId: string, nowMs: number): Promise<string> =>
  (await addCandidate(h, { eventId, accountId, nowMs }, {}, 'approved')).id;

/** Somebody in that event, in a state, with what is known. */
export async function addCandidate(
  h: Handle,
  { eventId, accountId, nowMs }: { readonly eventId: string; readonly accountId: string; readonly nowMs: number },
  known: Partial<Candidate>,
  state: ParticipantState,
): Promise<Candidate> {
  const id = newId();
  const candidate = {
    id,
    kind: 'application' as const,
    bodyId: 'bspia',
    noticeId: 'n',
    offeringCode: 'installer-5',
    accountId,
    unitId: null,
    personId: null,
    subjects: null,
    retakeOfId: null,
    retakeKey: null,
    retakeScheme: null,
    scope: `${eventId}:installer-5`,
    accountKey: null,
    documentKey: null,
    personKey: null,
    name: null,
    origin: null,
    documentType: null,
    documentNumber: null,
    documentIndex: null,
    documentTailIndex: null,
    documentExpiresOn: null,
    birthDate: null,
    sex: null,
    phone: null,
    phoneIndex: null,
    phoneTailIndex: null,
    employer: null,
    photo: null,
    erased: null,
    createdAt: nowMs,
    ...known,
  };
  await insertCandidate(h, candidate);
  await insertParticipant(h, newParticipant(candidate, { eventId, state }));
  return candidate;
}
