import type { ReplyOf, results as contract } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { maskName } from '@jikaotong/shared/rules/identity';
import { outcomeOf } from '@jikaotong/shared/rules/results';
import { type Handle, placeholders } from '../../platform/db';
import { refuse, refuseWhen } from '../../platform/http';
import { findBody } from '../bodies';
import { loadNoticeVersion } from '../notices';
import { type Session, findSession, offeringViewOf, publishedOnFor, windowsFor } from '../sessions';
import { ticketsOf } from '../sittings';
import { examineesOf } from './examinees';
import { judgePublicity, verdictsOf } from './result.policy';
import { subjectResult } from './result.presenter';
import { currentOf } from './result.repository';

type Publicity = ReplyOf<typeof contract.getPublicity>;
export type PublicLine = Publicity['items'][number];

type Open = {
  readonly session: Session;
  readonly shows: Publicity['shows'];
  readonly offerings: readonly { readonly code: string; readonly opens: LocalDate; readonly closes: LocalDate }[];
};

/**
 * A session whose publicity runs for some of its offerings on a day. Refuses `wrong-state` where the notice has none,
 * `not-published`, `too-late`.
 */
export async function openPublicity(h: Handle, found: Session | null, day: LocalDate): Promise<Open> {
  if (!found || found.state === 'planned') return refuse('not-found');
  refuseWhen(judgePublicity(found, day));
  const offerings = found.offeringCodes.flatMap((code) => {
    const window = windowsFor(found, code).find(({ kind }) => kind === 'publicity');
    if (publishedOnFor(found, code) === null || !window?.opens || !window.closes || day > window.closes) return [];
    return [{ code, opens: window.opens, closes: window.closes }];
  });
  const body = await findBody(h, found.bodyId);
  return { session: found, offerings, shows: body?.publicityShows ?? 'all' };
}

/** A page of the public lines by ticket number, after one. */
export async function publicLines(
  h: Handle,
  { session, offerings, shows }: Open,
  page: { readonly after: string | null; readonly limit: number; readonly q?: string; readonly offering?: string },
): Promise<{ readonly lines: PublicLine[]; readonly last: string | null }> {
  const codes = offerings.map(({ code }) => code).filter((code) => !page.offering || code === page.offering);
  if (codes.length === 0) return { lines: [], last: null };
  // nobody learns who was there by trying names letter by letter
  const isTail = page.q !== undefined && /^[0-9A-Za-z]{4,24}$/.test(page.q);
  const wanted = page.q === undefined ? '' : isTail ? 'AND t.number LIKE ?' : 'AND p.name = ?';
  const rows = await h.query<{ id: string; number: string }>(
    `SELECT p.id AS id, t.number AS number FROM ticket t JOIN participant p ON p.id = t.live_key
     WHERE t.session_id = ? AND p.state = 'approved' AND p.offering_code IN (${placeholders(codes)})
     ${shows === 'passed' ? "AND p.outcome = 'passed'" : ''} AND t.number > ? ${wanted}
     ORDER BY t.number LIMIT ${Math.trunc(page.limit)}`,
    [session.id, ...codes, page.after ?? '', ...(page.q === undefined ? [] : [isTail ? `%${page.q}` : page.q])],
  );
  const ids = rows.map(({ id }) => id);
  const { notice } = await loadNoticeVersion(h, session.noticeVersionId);
  const examinees = await examineesOf(h, await ticketsOf(h, ids));
  const current = await currentOf(h, ids);
  const lines = examinees
    .toSorted((a, b) => (a.ticketNumber < b.ticketNumber ? -1 : 1))
    .map((examinee): PublicLine => {
      const verdicts = verdictsOf(examinee, current);
      const pending = examinee.publishedOn === null;
      return {
        ticketNumber: examinee.ticketNumber,
        nameMasked: maskName(examinee.name),
        offering: offeringViewOf(notice, examinee.offeringCode),
        subjects: pending ? [] : verdicts.map(subjectResult),
        passed: !pending && outcomeOf(verdicts) === 'passed',
        pending,
      };
    });
  return { lines, last: rows.at(-1)?.number ?? null };
}

/** The public line of a ticket; null where the list holds none. */
export async function publicLineOf(h: Handle, open: Open, ticketNumber: string): Promise<PublicLine | null> {
  if (!/^[0-9A-Za-z]{4,24}$/.test(ticketNumber)) return null;
  const { lines } = await publicLines(h, open, { after: null, limit: 20, q: ticketNumber });
  return lines.find((line) => line.ticketNumber === ticketNumber) ?? null;
}

/** Every public line of a session. */
export async function everyLine(h: Handle, open: Open): Promise<PublicLine[]> {
  const all: PublicLine[] = [];
  let after: string | null = null;
  do {
    const { lines, last }: Awaited<ReturnType<typeof publicLines>> = await publicLines(h, open, { after, limit: 500 });
    all.push(...lines);
    after = last;
  } while (after !== null);
  return all;
}

export const publicityOf = async (h: Handle, sessionId: string, day: LocalDate): Promise<Open> =>
  openPublicity(h, await findSession(h, sessionId), day);
