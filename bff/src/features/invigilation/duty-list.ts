import { createHmac, randomBytes } from 'node:crypto';
import type { DoorNote, DutyListView } from '@jikaotong/shared/contract';
import type { DocumentType, Notice, Origin } from '@jikaotong/shared/notice';
import { MARK_DIGITS } from '@jikaotong/shared/rules/door';
import { offeringWords } from '@jikaotong/shared/words';
import type * as z from 'zod/mini';
import type { Handle } from '../../platform/db';
import type { Context } from '../../platform/http';
import { findBody, withConductOf } from '../bodies';
import { openCasesOf } from '../cases';
import { loadNoticeVersion } from '../notices';
import { type Admitted, admittedOf } from '../participants';
import { findExamDay, offeringViewOf } from '../sessions';
import { ticketsOf } from '../sittings';
import { liveOf } from './attendance.repository';
import { markKeyOf } from './duty.repository';
import type { Duty } from './invigilation.record';
import { type Hours, graceOf } from './own-duty';
import { type Placed, type Seated, placedOf, revokedTokensOf, seatedIn } from './room-hours.repository';

type Draft = z.input<typeof DutyListView>;

/** Everything that a phone needs at the doors of a duty, and nothing else. */
export async function dutyListOf(ctx: Context, { duty, hours }: { duty: Duty; hours: Hours }): Promise<Draft> {
  const { h, ports, now } = ctx;
  const { notice, session } = await noticeOf(h, duty.sessionId);
  const seats = await seatedIn(h, duty);
  const ids = seats.map(({ participantId }) => participantId);
  const markKey = markKeyOf(ports.crypto, duty);
  const markOf = markerOf(markKey);
  const admitted = new Map((await admittedOf(h, ports.crypto, ids)).map((one) => [one.participantId, one]));
  const tickets = new Map((await ticketsOf(h, ids)).map((ticket) => [ticket.participantId, ticket]));
  const doubted = await doubtedOf(h, [...admitted.values()]);
  const { places, elsewhere } = elsewhereOf(await placedOf(h, duty.sessionId), seats, markOf);
  return {
    duty: await presentDuty(h, { duty, hours }),
    bodyId: duty.bodyId,
    day: duty.day,
    slot: duty.slot,
    startsAt: hours.startsAt,
    ...(await graceOf(h, duty.bodyId)),
    markKey,
    keptKey: randomBytes(32).toString('hex'),
    guests: seats.map((seat) => {
      const ticket = tickets.get(seat.participantId);
      const who = admitted.get(seat.participantId);
      return {
        sittingId: seat.id,
        roomId: seat.roomId,
        seat: seat.seat,
        subject: seat.subject,
        startsAt: seat.startsAt,
        ticketNumber: ticket?.number ?? null,
        mark: ticket ? markOf(ticket.token) : null,
        offering: offeringWords(offeringViewOf(notice, seat.offeringCode)),
        ...whoOf(notice, who),
        notes: notesOf(who, doubted),
      };
    }),
    places,
    elsewhere,
    revoked: (await revokedTokensOf(h, session.id)).map(markOf),
    items: itemsOf(notice),
    told: await toldOf(h, seats),
    now: now.ms,
  };
}

/** A duty as its bearer sees it. */
export async function presentDuty(h: Handle, { duty, hours }: { duty: Duty; hours: Hours }): Promise<Draft['duty']> {
  const session = await findExamDay(h, duty.sessionId);
  const body = await findBody(h, duty.bodyId);
  return {
    id: duty.id,
    bodyName: body?.name ?? '',
    sessionName: session?.name ?? '',
    ...(session?.kind === 'stage' && { ofStage: true as const }),
    day: duty.day,
    startsAt: hours.startsAt,
    endsAt: hours.endsAt,
    rooms: hours.rooms.map(({ roomId, siteName, roomName }) => ({ roomId, siteName, roomName })),
    opensAt: hours.opensMs,
    closesAt: hours.closesMs,
  };
}

/** Who is in and who is not, as the door knows it. */
export const toldOf = async (h: Handle, seats: readonly Pick<Seated, 'id'>[]): Promise<Draft['told']> =>
  (
    await liveOf(
      h,
      seats.map(({ id }) => id),
    )
  ).map(({ sittingId, state, at, way }) => ({ sittingId, state, atMs: at, way }));

/** The notice of a session, with what its body has adopted about breaches where it prints nothing. */
export async function noticeOf(h: Handle, sessionId: string) {
  const session = await findExamDay(h, sessionId);
  if (!session) throw new Error(`session ${sessionId} of a duty is gone`);
  const { notice } = await loadNoticeVersion(h, session.noticeVersionId);
  const { bodyId, examEnd: examOn } = session;
  return { notice: await withConductOf(h, { notice, bodyId, examOn }), session };
}

/** What is a breach of conduct there, by weight. */
export const itemsOf = (notice: Notice): Draft['items'] =>
  (notice.conduct?.tiers ?? []).flatMap(({ tier, breaches }) =>
    breaches.map(({ code, text, afterWarning, source }) => ({
      code,
      tier,
      text,
      afterWarning,
      clause: 'clause' in source ? String(source.clause) : '',
    })),
  );

/** The weight of a printed item; null: nothing printed. */
export const tierOf = (notice: Notice, item: string | null) =>
  notice.conduct?.tiers.find(({ breaches }) => breaches.some(({ code }) => code === item)) ?? null;

/** What `markOf` of the rules says, by the machine's own arithmetic: thousands are hashed at once. */
const markerOf = (keyHex: string) => {
  const key = Buffer.from(keyHex, 'hex');
  return (token: string): string => createHmac('sha256', key).update(token).digest('hex').slice(0, MARK_DIGITS);
};

function whoOf(notice: Notice, who: Admitted | undefined) {
  // erased meanwhile: the seat stays, and nobody can be told by it
  if (!who) return { name: '—', documentType: 'resident-id' as const, documentTail: '', documents: [] };
  const { name, documentType, documentNumber, origin } = who;
  return { name, documentType, documentTail: documentNumber.slice(-4), documents: acceptedFor(notice, origin) };
}

const acceptedFor = (notice: Notice, origin: Origin): DocumentType[] =>
  (notice.identity?.origins.find((one) => one.origin === origin)?.documents ?? []).map(({ type }) => type);

const notesOf = (who: Admitted | undefined, doubted: ReadonlySet<string>): DoorNote[] =>
  who
    ? [
        ...(doubted.has(who.candidateId) ? ['case-open' as const] : []),
        ...(who.photoFileId ? [] : ['no-photo' as const]),
      ]
    : ['photo-erased'];

async function doubtedOf(h: Handle, who: readonly Admitted[]): Promise<ReadonlySet<string>> {
  const ids = who.map(({ candidateId }) => candidateId);
  const cases = await openCasesOf(h, ids);
  return new Set(cases.flatMap(({ candidateId, otherCandidateId }) => [candidateId ?? '', otherCandidateId ?? '']));
}

/** Everybody's other places, by mark: those of others, and the own guests' at other hours and in other rooms. */
function elsewhereOf(
  placed: readonly Placed[],
  own: readonly Seated[],
  markOf: (token: string) => string,
): Pick<Draft, 'places' | 'elsewhere'> {
  const mine = new Set(own.map(({ id }) => id));
  const places: Draft['places'] = [];
  const positions = new Map<string, number>();
  const elsewhere: Record<string, number[]> = {};
  for (const { token, sittingId, roomId, day, startsAt, slot, siteName, roomName } of placed) {
    if (mine.has(sittingId)) continue;
    const key = `${slot} ${startsAt} ${roomId}`;
    const at = positions.get(key) ?? places.push({ day, startsAt, slot, siteName, roomName }) - 1;
    positions.set(key, at);
    (elsewhere[markOf(token)] ??= []).push(at);
  }
  return { places, elsewhere };
}
