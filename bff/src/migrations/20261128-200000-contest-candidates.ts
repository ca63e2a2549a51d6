import { DOCUMENT_TYPES } from '@jikaotong/shared/notice';
import { identityKeyOf } from '@jikaotong/shared/rules/identity';
import * as z from 'zod/mini';
import type { Crypto } from '../platform/crypto';
import { type Migration, type Schema, day, instant, newId, nullable, ref, text } from '../platform/db';

/** Events of competitions' stages, and candidates and participants of entries; these lose what moved in the next step. */
export const contestCandidates: Migration = {
  name: '20261128-200000-contest-candidates',
  up: async (schema, { crypto }) => {
    await schema.changeColumns('contest_stage', {
      day: nullable(day()),
      place: nullable(text(120)),
      announcedAt: nullable(instant()),
      announcedBy: nullable(ref()),
    });
    const contests = await contestsOf(schema);
    for (const contest of contests) await makeStages(schema, contest);
    await moveCandidates(schema, crypto);
    for (const contest of contests) await moveParticipants(schema, contest);
    await schema.copy({
      from: 'contest_entry',
      to: 'candidate_file',
      columns: { id: 's.id', candidateId: 's.id', fileId: textIn(schema, 's.photo', 'fileId') },
      where: `${textIn(schema, 's.photo', 'fileId')} IS NOT NULL`,
    });
    await indexPhones(schema, crypto);
  },
};

type Contest = { readonly noticeId: string; readonly stages: readonly string[] };

const Content = z.object({ contest: z.object({ stages: z.array(z.object({ code: z.string() })) }) });

/** Every competition, with the stages of its current version. */
async function contestsOf(schema: Schema): Promise<Contest[]> {
  const rows = await schema.rows<{ id: string; content: unknown }>(
    `SELECT n.id AS id, v.content AS content FROM notice n
     JOIN notice_version v ON v.notice_id = n.id AND v.version = n.current_version WHERE n.kind = 'competition'`,
  );
  return rows.map(({ id, content }) => {
    const parsed = Content.parse(typeof content === 'string' ? JSON.parse(content) : content);
    return { noticeId: id, stages: parsed.contest.stages.map(({ code }) => code) };
  });
}

/** A stage for each that the notice names, and an event for each stage. */
async function makeStages(schema: Schema, { noticeId, stages }: Contest): Promise<void> {
  const there = await schema.rows<{ stage: string }>('SELECT stage FROM contest_stage WHERE notice_id = ?', [noticeId]);
  for (const stage of stages)
    if (!there.some((row) => row.stage === stage))
      await schema.run('INSERT INTO contest_stage (id, notice_id, stage) VALUES (?, ?, ?)', [newId(), noticeId, stage]);
  const ofVersion = (column: string) =>
    `(SELECT v.${column} FROM notice_version v JOIN notice n ON n.id = v.notice_id AND n.current_version = v.version
      WHERE n.id = s.notice_id)`;
  await schema.copy({
    from: 'contest_stage',
    to: 'event',
    columns: {
      id: 's.id',
      kind: "'stage'",
      bodyId: '(SELECT n.body_id FROM notice n WHERE n.id = s.notice_id)',
      noticeId: 's.notice_id',
      noticeVersionId: ofVersion('id'),
      noticeVersion: ofVersion('version'),
      state: "'published'",
      firstDay: 's.day',
      lastDay: 's.day',
      revision: 's.id',
    },
    where: `s.notice_id = ${literal(noticeId)}`,
  });
}

async function moveCandidates(schema: Schema, crypto: Crypto): Promise<void> {
  await schema.copy({
    from: 'contest_entry',
    to: 'candidate',
    columns: {
      id: 's.id',
      kind: "'entry'",
      bodyId: 's.body_id',
      noticeId: 's.notice_id',
      offeringCode: 's.offering_code',
      accountId: 's.account_id',
      scope: 's.notice_id',
      accountKey: 's.account_key',
      documentKey: 's.document_key',
      name: 's.name',
      origin: 's.origin',
      documentType: 's.document_type',
      documentExpiresOn: 's.document_expires_on',
      photo: 's.photo',
      createdAt: 's.entered_at',
    },
  });
  await schema.reseal({
    from: 'contest_entry',
    to: 'candidate',
    columns: {
      documentNumber: { sealed: 'documentNumber' },
      phone: { sealed: 'phone' },
      birthDate: { clear: 'birthDate' },
      sex: { clear: 'sex' },
    },
    beside: ['documentType'],
    indexes: ({ documentType, documentNumber, phone }) => ({
      ...documentIndexes(crypto, documentType, documentNumber),
      phoneIndex: phone === null ? null : crypto.blindIndex('application-phone', phone),
      phoneTailIndex: phone === null ? null : crypto.blindIndex('application-phone-tail', phone.slice(-4)),
    }),
  });
}

function documentIndexes(crypto: Crypto, documentType: string | null, number: string | null) {
  const type = DOCUMENT_TYPES.find((one) => one === documentType);
  if (type === undefined || number === null) throw new Error('an entry without a document');
  const key = identityKeyOf({ type, number });
  return {
    documentIndex: crypto.blindIndex(`document:${key.type}`, key.number),
    documentTailIndex: crypto.blindIndex('application-document-tail', number.slice(-4)),
  };
}

/** Everybody stands in the first stage; whom nobody has yet decided of is submitted, who is in is approved. */
async function moveParticipants(schema: Schema, { noticeId, stages: [first] }: Contest): Promise<void> {
  if (first === undefined) throw new Error(`the competition ${noticeId} has no stage`);
  await schema.copy({
    from: 'contest_entry',
    to: 'participant',
    columns: {
      id: 's.id',
      candidateId: 's.id',
      eventId: `(SELECT e.id FROM contest_stage e WHERE e.notice_id = s.notice_id AND e.stage = ${literal(first)})`,
      bodyId: 's.body_id',
      kind: "'entry'",
      offeringCode: 's.offering_code',
      name: 's.name',
      verdict: 's.verdict',
      state: `CASE s.state WHEN 'refused' THEN 'rejected' WHEN 'withdrawn' THEN 'withdrawn' ELSE
        CASE WHEN s.verdict = 'eligible' OR s.decision = 'accepted' THEN 'approved' ELSE 'submitted' END END`,
      version: 's.version',
      submittedAt: 's.entered_at',
      firstSubmittedOn: 's.entered_on',
    },
    where: `s.notice_id = ${literal(noticeId)}`,
  });
}

/** A record of a registration is matched by the same index as a candidate, which names the purpose another way. */
const indexPhones = (schema: Schema, crypto: Crypto): Promise<void> =>
  schema.eachChunk<{ id: string; phone: Uint8Array }>(
    { from: 'contest_registration', select: 's.phone AS phone', where: 's.phone IS NOT NULL' },
    async (rows) => {
      for (const { id, phone } of rows) {
        const place = { table: 'contest_registration', column: 'phone', row: id };
        const index = crypto.blindIndex('application-phone', crypto.decryptField(place, Buffer.from(phone)));
        await schema.run('UPDATE contest_registration SET phone_index = ? WHERE id = ?', [index, id]);
      }
    },
  );

const textIn = ({ dialect }: Schema, column: string, key: string): string =>
  dialect === 'mysql' ? `JSON_UNQUOTE(JSON_EXTRACT(${column}, '$.${key}'))` : `json_extract(${column}, '$.${key}')`;

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
