import { Between, type FindOptionsWhere, In, IsNull, LessThan, MoreThan, Not } from 'typeorm';
import { type Handle, findRow, insert, newId, updateWhere } from '../../platform/db';
import { type StoredFile, fileRecord } from '../../platform/files';
import {
  type Application,
  type ApplicationState,
  type StoredRemark,
  applicationFileRecord,
  applicationRecord,
  remarkRecord,
} from './application.record';
import type { Search } from './candidate';

export const insertApplication = (h: Handle, row: Application): Promise<void> => insert(h, applicationRecord, row);

/** One's own; null for anybody else's. */
export const findOwn = (h: Handle, accountId: string, id: string): Promise<Application | null> =>
  findRow(h, applicationRecord, { id, accountId });

/** One handed in to a body of these; drafts are nobody else's business. */
export const findForBodies = (h: Handle, bodyIds: readonly string[], id: string): Promise<Application | null> =>
  h.repo(applicationRecord).findOneBy({ id, bodyId: In([...bodyIds]), submittedAt: Not(IsNull()) });

/** Whatever its owner; for what features to the right know by id. */
export const findAny = (h: Handle, id: string): Promise<Application | null> =>
  h.repo(applicationRecord).findOneBy({ id });

export const findManyAny = async (h: Handle, ids: readonly string[]): Promise<Application[]> =>
  ids.length === 0 ? [] : h.repo(applicationRecord).findBy({ id: In([...ids]) });

/** The live application of an account to an offering of a session. */
export const findByAccountKey = (h: Handle, accountKey: string): Promise<Application | null> =>
  h.repo(applicationRecord).findOneBy({ accountKey });

/** The live application that holds a document for an offering of a session. */
export const findByDocumentKey = (h: Handle, documentKey: string): Promise<Application | null> =>
  h.repo(applicationRecord).findOneBy({ documentKey });

/** One's own, newest first; `cursor` is the last id of the page before. */
export const listOwn = (
  h: Handle,
  accountId: string,
  page: { cursor: string | null; limit: number },
): Promise<Application[]> =>
  h.repo(applicationRecord).find({
    where: { accountId, ...(page.cursor === null ? {} : { id: LessThan(page.cursor) }) },
    order: { id: 'DESC' },
    take: page.limit,
  });

export type ReviewFilter = {
  readonly bodyIds: readonly string[];
  readonly sessionId: string | null;
  readonly state: ApplicationState | null;
  readonly search: Search | null;
};
export type ReviewCursor = { readonly submittedAt: number; readonly id: string };

/** Those handed in, oldest submission first. */
export const listForBodies = (
  h: Handle,
  { bodyIds, sessionId, state, search }: ReviewFilter,
  page: { cursor: ReviewCursor | null; limit: number },
): Promise<Application[]> => {
  const scope = {
    bodyId: In([...bodyIds]),
    ...(sessionId === null ? {} : { sessionId }),
    ...(state === null ? {} : { state }),
  };
  const after: FindOptionsWhere<Application>[] = page.cursor
    ? [
        { submittedAt: MoreThan(page.cursor.submittedAt) },
        { submittedAt: page.cursor.submittedAt, id: MoreThan(page.cursor.id) },
      ]
    : [{ submittedAt: Not(IsNull()) }];
  const found = search === null ? [{}] : searchWheres(search);
  return h.repo(applicationRecord).find({
    where: after.flatMap((start) => found.map((words) => ({ ...scope, ...start, ...words }))),
    order: { submittedAt: 'ASC', id: 'ASC' },
    take: page.limit,
  });
};

/** Everybody's with this document, newest first. */
export const findByDocument = (h: Handle, documentIndex: string): Promise<Application[]> =>
  h.repo(applicationRecord).find({ where: { documentIndex }, order: { id: 'DESC' }, take: 50 });

/** Those of these bodies that a search means, drafts too: for whoever may see some of them by another right; newest first. */
export const findIdsBySearch = async (h: Handle, bodyIds: readonly string[], search: Search): Promise<string[]> => {
  const bodyId = In([...bodyIds]);
  const where = searchWheres(search).map((words) => ({ bodyId, ...words }));
  const rows = await h.repo(applicationRecord).find({ select: { id: true }, where, order: { id: 'DESC' }, take: 200 });
  return rows.map(({ id }) => id);
};

const STANDING = {
  id: true,
  accountId: true,
  offeringCode: true,
  name: true,
  state: true,
  seated: true,
  ticketIssuedAt: true,
  outcome: true,
  certificate: true,
} as const;
/** What later steps read of every candidate of a session: without answers and judgement, for those are heavy. */
export type Standing = Pick<Application, keyof typeof STANDING>;

/** How these stand, whoever they belong to. */
export const standingsOf = async (h: Handle, ids: readonly string[]): Promise<Standing[]> =>
  ids.length === 0 ? [] : h.repo(applicationRecord).find({ select: STANDING, where: { id: In([...ids]) } });

/** Paid applications of a session, in a fixed order. */
export const listPaid = (h: Handle, sessionId: string): Promise<Standing[]> =>
  h.repo(applicationRecord).find({
    select: STANDING,
    where: { sessionId, state: 'approved', paidAt: Not(IsNull()) },
    order: { offeringCode: 'ASC', submittedAt: 'ASC', id: 'ASC' },
  });

/** How many applications of a session are in each state, and how far those that are approved have come. */
export async function countBySession(
  h: Handle,
  sessionId: string,
): Promise<{ states: ReadonlyMap<string, number> } & Record<keyof typeof COUNTED, number>> {
  const rows = await h.query<{ state: string; n: number | string }>(
    'SELECT state, COUNT(*) AS n FROM application WHERE session_id = ? GROUP BY state',
    [sessionId],
  );
  const counts = Object.entries(COUNTED).map(
    ([name, condition]) => `COUNT(CASE WHEN ${condition} THEN 1 END) AS ${name}`,
  );
  const [sums] = await h.query<Record<keyof typeof COUNTED, number | string>>(
    `SELECT ${counts.join(', ')} FROM application WHERE session_id = ? AND state = 'approved'`,
    [sessionId],
  );
  const count = (name: keyof typeof COUNTED): number => Number(sums?.[name] ?? 0);
  return {
    states: new Map(rows.map((row) => [row.state, Number(row.n)])),
    claimed: count('claimed'),
    paid: count('paid'),
    scored: count('scored'),
    published: count('published'),
    certified: count('certified'),
    passedWithoutCertificate: count('passedWithoutCertificate'),
  };
}

const COUNTED = {
  claimed: 'transfer_claimed = 1',
  paid: 'paid_at IS NOT NULL',
  scored: 'results_complete = 1',
  published: 'results_published_on IS NOT NULL',
  certified: 'certificate_issued_on IS NOT NULL',
  passedWithoutCertificate: "outcome = 'passed' AND certificate IS NULL",
} as const;

/** Changes the row if it still is that version in one of these states; false when somebody was faster. */
export async function changeIf(
  h: Handle,
  guard: { id: string; version: number; states: readonly ApplicationState[] },
  set: Partial<Application>,
): Promise<boolean> {
  const { id, version, states } = guard;
  return (
    (await updateWhere(
      h,
      applicationRecord,
      { id, version, state: In([...states]) },
      { ...set, version: version + 1 },
    )) === 1
  );
}

/** Sets what a later step of the story reports, on approved applications only; tells how many it found. */
export const markApproved = (h: Handle, ids: readonly string[], set: Partial<Application>): Promise<number> =>
  ids.length === 0
    ? Promise.resolve(0)
    : updateWhere(h, applicationRecord, { id: In([...ids]), state: 'approved' }, set);

export const insertRemarks = (h: Handle, remarks: readonly Omit<StoredRemark, 'id'>[]): Promise<void> =>
  insert(
    h,
    remarkRecord,
    remarks.map((remark) => ({ id: newId(), ...remark })),
  );

/** All remarks of an application, first round first. */
export const remarksOf = (h: Handle, applicationId: string): Promise<StoredRemark[]> =>
  h.repo(remarkRecord).find({ where: { applicationId }, order: { round: 'ASC', position: 'ASC' } });

/** The stored files with these ids, whoever owns them. */
export const findFiles = async (h: Handle, ids: readonly string[]): Promise<StoredFile[]> =>
  ids.length === 0 ? [] : h.repo(fileRecord).findBy({ id: In([...new Set(ids)]) });

/** Makes these the attached files: the owner's reviewers may open them and no others. */
export async function attachFiles(h: Handle, applicationId: string, fileIds: readonly string[]): Promise<void> {
  await h.run('DELETE FROM application_file WHERE application_id = ?', [applicationId]);
  const rows = [...new Set(fileIds)].map((fileId) => ({ id: newId(), applicationId, fileId }));
  if (rows.length > 0) await insert(h, applicationFileRecord, rows);
}

/** Attaches one more file, such as the voucher of a transfer. */
export const attachFile = (h: Handle, applicationId: string, fileId: string): Promise<void> =>
  insert(h, applicationFileRecord, { id: newId(), applicationId, fileId });

/** Whether a file is attached to an application handed in to one of these bodies. */
export async function isAttachedFor(h: Handle, bodyIds: readonly string[], fileId: string): Promise<boolean> {
  if (bodyIds.length === 0) return false;
  const [found] = await h.query<{ id: string }>(
    `SELECT f.id AS id FROM application_file f JOIN application a ON a.id = f.application_id
     WHERE f.file_id = ? AND a.submitted_at IS NOT NULL AND a.body_id IN (${bodyIds.map(() => '?').join(', ')}) LIMIT 1`,
    [fileId, ...bodyIds],
  );
  return found !== undefined;
}

function searchWheres(search: Search): FindOptionsWhere<Application>[] {
  const { documentTailIndex, phoneTailIndex, phoneIndex, documentIndices, nameBegins } = search;
  return [
    ...(documentTailIndex === undefined ? [] : [{ documentTailIndex }]),
    ...(phoneTailIndex === undefined ? [] : [{ phoneTailIndex }]),
    ...(phoneIndex === undefined ? [] : [{ phoneIndex }]),
    ...(documentIndices === undefined ? [] : [{ documentIndex: In([...documentIndices]) }]),
    // a range, not LIKE: SQLite has no escape character of its own, and a range uses the index
    ...(nameBegins === undefined ? [] : [{ name: Between(nameBegins, `${nameBegins}\u{10FFFF}`) }]),
  ];
}
