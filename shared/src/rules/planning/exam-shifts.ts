import { type TimeOfDay, minutesOf, timeOfDay } from '../../kernel';
import type { PlannedPaper, PlannedPlaces, PlannedRoom, PlannedSite } from './planned-places';

/** One time at which a paper is written, with the rooms in the order in which they are filled. */
export type ExamShift<P extends PlannedPaper = PlannedPaper, R extends PlannedRoom = PlannedRoom> = {
  readonly id: string;
  readonly paper: P;
  readonly startsAt: TimeOfDay;
  readonly endsAt: TimeOfDay;
  readonly rooms: readonly { readonly siteName: string; readonly room: R }[];
};

/** Every shift of these papers by time, each round one of its own. */
export const examShiftsOf = <P extends PlannedPaper, R extends PlannedRoom>({
  sites,
  papers,
}: PlannedPlaces<P, R>): ExamShift<P, R>[] =>
  papers
    .flatMap((paper) => {
      const rooms = [...roomsAt(sites, paper.siteName, paper), ...roomsAt(sites, paper.overflowSiteName, paper)];
      return roundsOf(paper).map((hours) => ({ id: shiftIdOf(paper, hours.startsAt), paper, ...hours, rooms }));
    })
    .toSorted((a, b) => compare(a.paper.day, b.paper.day) || compare(a.startsAt, b.startsAt) || compare(a.id, b.id));

/** `offering/subject/day/time/site`. */
export const shiftIdOf = ({ offeringCode, subject, day, siteName }: PlannedPaper, startsAt: string): string =>
  [offeringCode, subject, day, startsAt, siteName].join('/');

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function roomsAt<R extends PlannedRoom>(
  sites: readonly PlannedSite<R>[],
  siteName: string | undefined,
  { kind }: PlannedPaper,
): { siteName: string; room: R }[] {
  const site = siteName === undefined ? undefined : sites.find(({ name }) => name === siteName);
  return (site?.rooms ?? [])
    .filter((room) => kind === undefined || (room.kind ?? 'desks') === kind)
    .map((room) => ({ siteName: site?.name ?? '', room }));
}

/** The minutes of one round, null where the hours cannot be cut into so many. */
export function roundMinutes({ startsAt, endsAt, rounds = 1 }: Pick<PlannedPaper, 'startsAt' | 'endsAt' | 'rounds'>) {
  const whole = minutesOf(endsAt) - minutesOf(startsAt);
  return whole > 0 && whole % rounds === 0 ? whole / rounds : null;
}

function roundsOf(paper: PlannedPaper): { startsAt: TimeOfDay; endsAt: TimeOfDay }[] {
  const { startsAt, endsAt, rounds = 1 } = paper;
  const minutes = roundMinutes(paper);
  if (rounds === 1 || minutes === null) return [{ startsAt, endsAt }];
  const at = (round: number) => clock(minutesOf(startsAt) + round * minutes);
  return Array.from({ length: rounds }, (_, round) => ({ startsAt: at(round), endsAt: at(round + 1) }));
}

const clock = (minutes: number): TimeOfDay =>
  timeOfDay([Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':'));
