import { type Fen, fen, fenOfYuan, searchWords, tidyCapitals } from '@jikaotong/shared/kernel';
import type { Crypto } from '../../platform/crypto';
import { type Handle, type Param, placeholders } from '../../platform/db';
import type { FoundBy } from '@jikaotong/shared/contract';
import { readOrderNumber } from '@jikaotong/shared/rules/numbering';
import { findCandidates, openIdentity, searchCondition, searchIndices } from '../candidates';

/** A candidate where it stands, as the search found it. */
export type Found = {
  readonly candidateId: string;
  readonly participantId: string;
  readonly eventId: string;
  readonly bodyId: string;
  readonly kind: 'application' | 'entry';
  readonly isHandedIn: boolean;
  readonly by: FoundBy;
  /** The sum in fen by which it was found; null by anything else. */
  readonly sumFen: number | null;
};

/** More numbers alike than this tell nobody anything. */
const MOST_ALIKE = 500;

/** Who is meant by these words; where nobody is, a number without `元` is meant as a sum. */
export async function findEverywhere(
  h: Handle,
  crypto: Crypto,
  given: { readonly bodyIds: readonly string[]; readonly q: string; readonly limit: number },
): Promise<Found[]> {
  const words = searchWords(given.q);
  const found = await findByWords(h, crypto, { ...given, words });
  if (found.length > 0 || !words.some(isBareSum)) return found;
  return findByWords(h, crypto, { ...given, words: words.map((word) => (isBareSum(word) ? `${word}元` : word)) });
}

/**
 * Who is meant by these words: a word with four digits or more, or an order's, is a number of some kind, any other a part of a name. Each
 * word must hold; the newest first. Drafts are nobody's business, but for those that came to the counter.
 */
async function findByWords(
  h: Handle,
  crypto: Crypto,
  given: { readonly bodyIds: readonly string[]; readonly words: readonly string[]; readonly limit: number },
): Promise<Found[]> {
  const { bodyIds, words, limit } = given;
  if (bodyIds.length === 0 || words.length === 0) return [];
  const conditions: string[] = [];
  const params: Param[] = [];
  const how = new Map<string, FoundBy>();
  for (const word of words) {
    if (isNumber(word)) {
      const found = await numbersOf(h, crypto, bodyIds, word);
      if (found.size === 0) return [];
      for (const [id, by] of found) how.set(id, by);
      conditions.push(`p.candidate_id IN (${placeholders([...found])})`);
      params.push(...found.keys());
    } else {
      conditions.push(`REPLACE(LOWER(p.name), '·', '') LIKE ? ESCAPE '!'`);
      params.push(`%${word.toLowerCase().replaceAll('·', '').replaceAll(/[!%_]/g, '!$&')}%`);
    }
  }
  const rows = await h.query<{
    participant: string;
    candidate: string;
    event: string;
    body: string;
    kind: string;
    is_in: unknown;
  }>(
    `SELECT p.id AS participant, p.candidate_id AS candidate, p.event_id AS event, p.body_id AS body, p.kind AS kind,
            CASE WHEN p.submitted_at IS NULL THEN 0 ELSE 1 END AS is_in
     FROM participant p WHERE p.body_id IN (${placeholders(bodyIds)}) AND p.name IS NOT NULL
       AND (p.submitted_at IS NOT NULL OR EXISTS (SELECT 1 FROM counter_slip s WHERE s.candidate_id = p.candidate_id))
       AND ${conditions.map((one) => `(${one})`).join(' AND ')}
     ORDER BY p.id DESC LIMIT ${limit}`,
    [...bodyIds, ...params],
  );
  const sumFen = words.map(sumOf).find((sum) => sum !== null) ?? null;
  return rows.map(({ participant, candidate, event, body, kind, is_in: isIn }) => ({
    participantId: participant,
    candidateId: candidate,
    eventId: event,
    bodyId: body,
    kind: kind === 'entry' ? 'entry' : 'application',
    isHandedIn: Number(isIn) === 1,
    by: how.get(candidate) ?? 'name',
    sumFen: how.get(candidate) === 'amount' ? sumFen : null,
  }));
}

/** An order has a UUID, in which four digits need not follow one another. */
const ORDER_ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
const isNumber = (word: string): boolean => /\d{3}[\dX]/i.test(word) || ORDER_ID.test(word) || sumOf(word) !== null;

const isBareSum = (word: string): boolean => /^[1-9]\d{0,6}(?:\.\d{1,2})?$/.test(word);

/** The sum that a word names, such as `153元` or `¥153.50`; null where it is none. */
const sumOf = (word: string): number | null => (/[¥￥元]/.test(word) ? fenOfYuan(word) : null);

/** The candidates with a number like this, and what kind of number it is. */
async function numbersOf(
  h: Handle,
  crypto: Crypto,
  bodyIds: readonly string[],
  word: string,
): Promise<ReadonlyMap<string, FoundBy>> {
  const found = new Map<string, FoundBy>();
  const number = tidyCapitals(word);
  const bodies = placeholders(bodyIds);
  const add = async (by: FoundBy, sql: string, params: readonly Param[]): Promise<void> => {
    for (const { id } of await h.query<{ id: string }>(`${sql} LIMIT ${MOST_ALIKE}`, params))
      if (!found.has(id)) found.set(id, by);
  };
  const sumFen = sumOf(word);
  if (sumFen !== null) {
    await add(
      'amount',
      `SELECT l.candidate_id AS id FROM pay_order o JOIN pay_order_line l ON l.order_id = o.id
       WHERE o.body_id IN (${bodies}) AND o.total_fen = ?`,
      [...bodyIds, sumFen],
    );
    return found;
  }
  const { documentIndices, documentTailIndex, phoneIndex, phoneTailIndex } = searchIndices(crypto, number);
  const person = async (by: FoundBy, search: Parameters<typeof searchCondition>[0]): Promise<void> => {
    const { sql, params } = searchCondition(search);
    await add(by, `SELECT c.id AS id FROM candidate c WHERE ${sql} AND c.body_id IN (${bodies})`, [
      ...params,
      ...bodyIds,
    ]);
  };
  if (documentIndices) await person('number', { documentIndices });
  if (documentTailIndex) await person('number', { documentTailIndex });
  if (phoneIndex) await person('phone', { phoneIndex });
  if (phoneTailIndex) await person('phone', { phoneTailIndex });
  if (LONGER_END.test(number)) {
    const { phones, documents } = await endingIn(h, crypto, bodyIds, number);
    for (const id of documents) found.set(id, 'number');
    for (const id of phones) if (!found.has(id)) found.set(id, 'phone');
  }
  // the whole, or how it ends
  await add(
    'ticket',
    `SELECT p.candidate_id AS id FROM ticket t JOIN participant p ON p.id = t.participant_id
     WHERE t.body_id IN (${bodies}) AND t.number LIKE ?`,
    [...bodyIds, number.length >= 12 ? number : `%${number}`],
  );
  await add(
    'certificate',
    `SELECT x.candidate_id AS id FROM certificate x WHERE x.body_id IN (${bodies}) AND x.number = ?`,
    [...bodyIds, number],
  );
  await add(
    'order',
    `SELECT l.candidate_id AS id FROM pay_order o JOIN pay_order_line l ON l.order_id = o.id
     WHERE o.body_id IN (${bodies}) AND (o.id = ? OR o.number = ? OR REPLACE(o.number, '-', '') LIKE ?
       OR o.id IN (SELECT a.order_id FROM pay_attempt a WHERE a.out_trade_no = ?))`,
    [...bodyIds, word.toLowerCase(), readOrderNumber(word) ?? '', `%${word.replaceAll('-', '')}`, word],
  );
  return found;
}

/** More than the last four: those are found by their index, the digits before them by looking. */
const LONGER_END = /^\d{4,7}[\dX]$/;

async function endingIn(h: Handle, crypto: Crypto, bodyIds: readonly string[], end: string) {
  const { documentTailIndex, phoneTailIndex } = searchIndices(crypto, end.slice(-4));
  const like = async (search: Parameters<typeof searchCondition>[0]): Promise<string[]> => {
    const { sql, params } = searchCondition(search);
    const rows = await h.query<{ id: string }>(
      `SELECT c.id AS id FROM candidate c WHERE ${sql} AND c.body_id IN (${placeholders(bodyIds)}) LIMIT ${MOST_ALIKE}`,
      [...params, ...bodyIds],
    );
    return rows.map(({ id }) => id);
  };
  const documents = documentTailIndex ? await like({ documentTailIndex }) : [];
  const phones = phoneTailIndex ? await like({ phoneTailIndex }) : [];
  const candidates = await findCandidates(h, [...new Set([...documents, ...phones])]);
  const ends = (id: string, of: 'documentNumber' | 'phone'): boolean => {
    const candidate = candidates.get(id);
    return (candidate && openIdentity(crypto, candidate)[of]?.endsWith(end)) ?? false;
  };
  return {
    documents: documents.filter((id) => ends(id, 'documentNumber')),
    phones: phones.filter((id) => ends(id, 'phone')),
  };
}

/** The order that was opened last for each; the last of the sum by which somebody was found. */
async function latestOrders(h: Handle, found: readonly Found[]) {
  const latest = new Map<string, { readonly id: string; readonly number: string; readonly totalFen: Fen }>();
  if (found.length === 0) return latest;
  const candidateIds = found.map(({ candidateId }) => candidateId);
  const sums = new Map(found.map(({ candidateId, sumFen }) => [candidateId, sumFen]));
  const rows = await h.query<{ candidate: string; id: string; number: string; total: number | string }>(
    `SELECT l.candidate_id AS candidate, o.id AS id, o.number AS number, o.total_fen AS total FROM pay_order_line l
     JOIN pay_order o ON o.id = l.order_id WHERE l.candidate_id IN (${placeholders(candidateIds)}) ORDER BY o.id`,
    candidateIds,
  );
  for (const { candidate, id, number, total } of rows) {
    const totalFen = fen(Number(total));
    const wanted = sums.get(candidate) ?? null;
    if (wanted === null || wanted === totalFen || !latest.has(candidate))
      latest.set(candidate, { id, number, totalFen });
  }
  return latest;
}

/** What hangs on candidates: the ticket and the certificate that hold, the latest order, whether there is a seat. */
export async function hangingOn(h: Handle, found: readonly Found[]) {
  const candidates = found.map(({ candidateId }) => candidateId);
  const participants = found.map(({ participantId }) => participantId);
  const map = async (sql: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    if (ids.length === 0) return new Map();
    const rows = await h.query<{ id: string; value: string }>(sql.replace('IDS', placeholders(ids)), ids);
    return new Map(rows.map(({ id, value }) => [id, value]));
  };
  return {
    ticketOf: await map('SELECT live_key AS id, number AS value FROM ticket WHERE live_key IN (IDS)', participants),
    seatOf: await map(
      'SELECT participant_id AS id, MIN(id) AS value FROM sitting WHERE participant_id IN (IDS) GROUP BY participant_id',
      participants,
    ),
    certificateOf: await map(
      'SELECT live_key AS id, number AS value FROM certificate WHERE live_key IN (IDS)',
      candidates,
    ),
    orderOf: await latestOrders(h, found),
  };
}
