import { type LocalDate, type TimeOfDay, instantAt } from '../../kernel';
import type { DoorGuest, DoorList, DoorPlace } from './door-list';
import { markOf } from './mark-of';
import type { Standing } from './queue';

/** What the signature of a scanned code says, as far as the door cares. */
export type ScannedCode =
  | { readonly verdict: 'genuine'; readonly claims: TicketClaims | { readonly kind: 'certificate' } }
  | { readonly verdict: 'forged' }
  | { readonly verdict: 'key-unknown' };

type TicketClaims = {
  readonly kind: 'ticket';
  readonly number: string;
  readonly name: string;
  readonly bodyId: string;
  readonly examOn: LocalDate;
};

type Named = { readonly name: string; readonly number: string };

/** What to say at the door; only `enter` lets somebody in. */
export type DoorVerdict =
  | { readonly code: 'enter'; readonly guest: DoorGuest }
  | ({ readonly code: 'already-in'; readonly guest: DoorGuest } & Pick<Standing, 'atMs' | 'way'>)
  /** The grace time is over. */
  | { readonly code: 'too-late'; readonly guest: DoorGuest; readonly untilMs: number }
  | ({ readonly code: 'other-room'; readonly place: DoorPlace } & Named)
  | ({ readonly code: 'other-time'; readonly place: DoorPlace } & Named)
  | ({ readonly code: 'other-day'; readonly day: LocalDate } & Named)
  | ({ readonly code: 'revoked' } & Named)
  /** Genuine and of no ticket that this list knows: of another session or body, or issued after the list was fetched. */
  | ({ readonly code: 'unlisted' } & Named)
  | { readonly code: 'no-ticket' }
  | { readonly code: 'key-unknown' }
  | { readonly code: 'forged' };

export type DoorCode = DoorVerdict['code'];

type Scan = {
  readonly token: string;
  readonly checked: ScannedCode;
  readonly list: DoorList;
  readonly inside: ReadonlyMap<string, Standing>;
  /** By the clock of the server. */
  readonly nowMs: number;
};

/** Judges a scanned ticket by the list alone, without a network. */
export function judgeScan({ token, checked, list, inside, nowMs }: Scan): DoorVerdict {
  if (checked.verdict !== 'genuine') return { code: checked.verdict };
  const { claims } = checked;
  if (claims.kind !== 'ticket') return { code: 'no-ticket' };
  const mark = markOf(list.markKey, token);
  const guest = list.guests.find((one) => one.mark === mark);
  if (guest) return judgeGuest({ guest, list, inside, nowMs });
  const named = { name: claims.name, number: claims.number };
  if (list.revoked.includes(mark)) return { code: 'revoked', ...named };
  return judgeElsewhere(placesOf(list, mark), list, named) ?? unlisted(claims, list);
}

/** Judges somebody found by name or number and photo. */
export function judgeGuest(
  given: Pick<Scan, 'list' | 'inside' | 'nowMs'> & { readonly guest: DoorGuest },
): DoorVerdict {
  const { guest, list, inside, nowMs } = given;
  const standing = inside.get(guest.sittingId);
  if (standing?.state === 'present') return { code: 'already-in', guest, atMs: standing.atMs, way: standing.way };
  const untilMs = graceEndsMs(list, guest);
  return nowMs > untilMs ? { code: 'too-late', guest, untilMs } : { code: 'enter', guest };
}

/** The last instant at which somebody is let in. */
export const graceEndsMs = (
  { day, graceMinutes }: Pick<DoorList, 'day' | 'graceMinutes'>,
  { startsAt }: { readonly startsAt: TimeOfDay },
): number => instantAt(day, startsAt) + graceMinutes * 60_000;

const placesOf = (list: DoorList, mark: string): readonly DoorPlace[] =>
  Object.hasOwn(list.elsewhere, mark)
    ? (list.elsewhere[mark] ?? []).flatMap((position) => list.places[position] ?? [])
    : [];

/** The place of this very hour, else the next one of the day, else another day's. */
function judgeElsewhere(places: readonly DoorPlace[], list: DoorList, named: Named): DoorVerdict | null {
  const today = places.filter(({ day }) => day === list.day).toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  const now = today.find(({ slot, startsAt }) => slot === list.slot || startsAt === list.startsAt);
  if (now) return { code: 'other-room', place: now, ...named };
  const place = today.find(({ startsAt }) => startsAt > list.startsAt) ?? today.at(-1);
  if (place) return { code: 'other-time', place, ...named };
  const [first] = places.map(({ day }) => day).toSorted();
  return first === undefined ? null : { code: 'other-day', day: first, ...named };
}

/** By what the ticket itself says; it names the first day of its session only. */
const unlisted = ({ name, number, bodyId, examOn }: TicketClaims, list: DoorList): DoorVerdict =>
  bodyId === list.bodyId && examOn !== list.day
    ? { code: 'other-day', day: examOn, name, number }
    : { code: 'unlisted', name, number };
