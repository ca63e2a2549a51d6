import {
  type BodyOf,
  type ReplyOf,
  type StaffSessionView,
  type overview,
  type sessions,
} from '@jikaotong/shared/contract';
import { type LocalDate, isTimeOfDay, parseLocalDate } from '@jikaotong/shared/kernel';
import { type Notice, type SubjectCode, offeringOf } from '@jikaotong/shared/notice';
import { type Expected, type RoomKind, roundMinutes } from '@jikaotong/shared/rules/planning';
import { type RoomDraft, countOf, roomDraftOf, roomFault, roomOf } from './room-draft';

type Places = BodyOf<typeof sessions.setSessionPlaces>;

export type { RoomDraft };
export type SiteDraft = { readonly name: string; readonly address: string; readonly rooms: readonly RoomDraft[] };
/** One shift of a subject of an offering; empty texts while unanswered. */
export type ExamPaperDraft = {
  readonly offeringCode: string;
  readonly subject: SubjectCode;
  readonly day: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly siteName: string;
  /** The notice leaves its time to later: it may stay blank. */
  readonly later?: boolean;
  /** Somebody may sit it: it stays as it is. */
  readonly fixed?: boolean;
  readonly kind?: RoomKind | undefined;
  readonly rounds?: string | number | undefined;
  readonly overflowSiteName?: string | undefined;
};
export type PlacesDraft = {
  readonly sites: readonly SiteDraft[];
  readonly papers: readonly ExamPaperDraft[];
  /** How many people are expected, by offering; absent where nobody is asked. */
  readonly expected?: Readonly<Record<string, string>>;
};

/** The plan's places with a row for every subject that is examined, filled or not. */
export function placesDraftOf(session: StaffSessionView, notice: Notice): PlacesDraft {
  const { sites, papers } = session.plan;
  return {
    sites: sites.map((site) => ({
      ...site,
      rooms: site.rooms.map(roomDraftOf),
    })),
    papers: session.offerings.flatMap(({ code }) =>
      (offeringOf(notice, code)?.subjects ?? []).flatMap(({ code: subject, announcedLater }) => {
        const shifts = papers.filter((paper) => paper.offeringCode === code && paper.subject === subject);
        const isAnnounced = announcedLater?.value === true;
        // the practical part of a stage has its own draw, unless it is held in rooms too
        const later = isAnnounced || (session.ofStage === true && subject !== 'theory');
        const blank = { startsAt: '', endsAt: '', siteName: sites[0]?.name ?? '' };
        return (shifts.length > 0 ? shifts : [null]).map((known) => {
          // the exam may have moved since: a day that is none any more cannot be picked either
          const stays = known && session.examStart <= known.day && (later || known.day <= session.examEnd);
          const day = stays ? known.day : later ? '' : session.examStart;
          const fixed = session.placesFrozen && known !== null && !isAnnounced;
          return { offeringCode: code, subject, later, ...(fixed && { fixed }), ...(known ?? blank), day };
        });
      }),
    ),
    expected: Object.fromEntries(
      session.offerings.map(({ code }) => [code, String(session.plan.expected?.[code] ?? '')]),
    ),
  };
}

const USUAL_HOURS: Readonly<Record<SubjectCode, { startsAt: string; endsAt: string }>> = {
  theory: { startsAt: '09:00', endsAt: '10:30' },
  skill: { startsAt: '13:00', endsAt: '15:00' },
  review: { startsAt: '15:30', endsAt: '16:30' },
};

/** Left to a later announcement: neither day nor hours are written. */
export const isLeftOpen = ({ later, day, startsAt, endsAt }: ExamPaperDraft): boolean =>
  later === true && !day && !startsAt && !endsAt;

/** Fills what is blank with the hours that are usual; what was written stays, and what is announced later stays open. */
export const withUsualHours = (draft: PlacesDraft, examStart: LocalDate): PlacesDraft => ({
  ...draft,
  papers: draft.papers.map((paper) => {
    if (isLeftOpen(paper)) return paper;
    const hours = paper.startsAt && paper.endsAt ? {} : USUAL_HOURS[paper.subject];
    return {
      ...paper,
      ...hours,
      day: paper.day || examStart,
      siteName: paper.siteName || (draft.sites[0]?.name ?? ''),
    };
  }),
});

/** Another room like the last one. */
export function withRoom(site: SiteDraft): SiteDraft {
  const last = site.rooms[site.rooms.length - 1];
  return { ...site, rooms: [...site.rooms, { name: nextName(last?.name), seats: last?.seats ?? '30' }] };
}

/** `1201` is followed by `1202`, `第1考场` by `第2考场`. */
function nextName(name: string | undefined): string {
  const parts = /^(.*?)(\d+)(\D*)$/.exec(name ?? '');
  return parts ? `${parts[1] ?? ''}${Number(parts[2]) + 1}${parts[3] ?? ''}` : '第1考场';
}

/** The site under its new name, and the papers that are examined there with it. */
export function withSite(draft: PlacesDraft, place: number, site: SiteDraft): PlacesDraft {
  const before = draft.sites[place];
  const renamed = (name: string) => (before && name === before.name ? site.name : name);
  return {
    ...draft,
    sites: draft.sites.map((other, position) => (position === place ? site : other)),
    papers: draft.papers.map((paper) => ({
      ...paper,
      siteName: renamed(paper.siteName),
      ...(paper.overflowSiteName !== undefined && { overflowSiteName: renamed(paper.overflowSiteName) }),
    })),
  };
}

/** The draft with these sites; where only one is left, everything is examined there. */
export function withSites(draft: PlacesDraft, sites: readonly SiteDraft[]): PlacesDraft {
  const [only] = sites;
  if (!only || sites.length > 1) return { ...draft, sites };
  const papers = draft.papers.map((paper) => ({ ...paper, siteName: only.name, overflowSiteName: undefined }));
  return { ...draft, sites, papers };
}

/** What is missing, in words; empty when the places can be sent. */
export function placesFaults({ sites, papers: all, expected = {} }: PlacesDraft): readonly string[] {
  const papers = all.filter((paper) => !isLeftOpen(paper));
  const rooms = sites.flatMap((site) => site.rooms);
  const hasDouble = (names: readonly string[]) => new Set(names).size !== names.length;
  return [
    ...(sites.length === 0 ? ['请添加考点'] : []),
    ...(sites.some(({ name, address }) => !name.trim() || !address.trim()) ? ['考点的名称和地址要填全'] : []),
    ...(hasDouble(sites.map(({ name }) => name.trim())) ? ['考点名称不能重复'] : []),
    ...(sites.some((site) => site.rooms.length === 0) ? ['每个考点至少要有一间考场'] : []),
    ...(sites.some((site) => hasDouble(site.rooms.map(({ name }) => name.trim()))) ? ['同一考点的考场不能重名'] : []),
    ...new Set(rooms.flatMap((room) => roomFault(room) ?? [])),
    ...(papers.some(({ day }) => !day) ? ['另行通知的科目要填考试日期，或者全部空着'] : []),
    ...(papers.some(({ startsAt, endsAt }) => !startsAt || !endsAt) ? ['各科的开始和结束时间要填全'] : []),
    ...(papers.some(({ startsAt, endsAt }) => startsAt && endsAt && startsAt >= endsAt)
      ? ['各科的结束时间要晚于开始时间']
      : []),
    ...(papers.some(({ siteName }) => !sites.some(({ name }) => name === siteName)) ? ['各科都要选考点'] : []),
    ...(papers.some((paper) => !hasRounds(paper)) ? ['轮数填 2 到 60，考试时间要能平均分成这么多轮'] : []),
    ...(hasDouble(papers.filter(({ startsAt }) => startsAt).map(shiftInWords))
      ? ['同一科目的两场不能在同一考点同时开始']
      : []),
    ...(Object.values(expected).some((text) => text.trim() && countOf(text, 20_000) === null)
      ? ['预计人数填 1 到 20000，不清楚就空着']
      : []),
  ];
}

/** The places as the server takes them; null while something is missing. */
export function placesOf(draft: PlacesDraft): Places | null {
  if (placesFaults(draft).length > 0) return null;
  return {
    sites: draft.sites.map(({ name, address, rooms }) => ({
      name: name.trim(),
      address: address.trim(),
      rooms: rooms.map(roomOf),
    })),
    papers: draft.papers.flatMap(
      ({ offeringCode, subject, day, startsAt, endsAt, siteName, kind, rounds, overflowSiteName }) => {
        const on = parseLocalDate(day);
        if (!on.ok || !isTimeOfDay(startsAt) || !isTimeOfDay(endsAt)) return [];
        const at = { offeringCode, subject, day: on.value, startsAt, endsAt, siteName: siteName.trim() };
        const count = countOf(String(rounds ?? ''), 60) ?? 1;
        const elsewhere = overflowSiteName?.trim();
        return [
          {
            ...at,
            ...(kind !== undefined && { kind }),
            ...(count > 1 && { rounds: count }),
            ...(elsewhere && { overflowSiteName: elsewhere }),
          },
        ];
      },
    ),
    ...(draft.expected && { expected: expectedIn(draft.expected) }),
  };
}

const expectedIn = (expected: Readonly<Record<string, string>>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(expected).flatMap(([code, text]) => {
      const people = countOf(text, 20_000);
      return people === null ? [] : [[code, people]];
    }),
  );

export type Admitted = ReplyOf<typeof overview.getSeatCapacity>['admitted'][number];

/** Who is expected: so many as were entered, each in all subjects; where nobody has said, those who are admitted, in theirs. */
export const expectedOf = (
  { expected = {} }: PlacesDraft,
  { notice, admitted }: { readonly notice: Notice; readonly admitted: readonly Admitted[] },
): Expected[] => {
  const entered = expectedIn(expected);
  return [
    ...Object.entries(entered).map(([offeringCode, people]) => ({
      offeringCode,
      people,
      subjects: (offeringOf(notice, offeringCode)?.subjects ?? []).map(({ code }) => code),
    })),
    ...admitted.filter(({ offeringCode }) => entered[offeringCode] === undefined),
  ];
};

const shiftInWords = ({ offeringCode, subject, day, startsAt, siteName }: ExamPaperDraft): string =>
  [offeringCode, subject, day, startsAt, siteName].join(' ');

/** Whether there are no rounds, or so many that part the hours. */
function hasRounds(paper: ExamPaperDraft): boolean {
  if (!paper.rounds) return true;
  const isCount = (countOf(String(paper.rounds), 60) ?? 0) >= 2;
  return isCount && (paper.startsAt >= paper.endsAt || minutesOfRound(paper) !== null);
}

/** The minutes of one round; null without rounds, or where the hours cannot be parted. */
export function minutesOfRound({ startsAt, endsAt, rounds }: ExamPaperDraft): number | null {
  const count = countOf(String(rounds ?? ''), 60);
  if (count === null || !isTimeOfDay(startsAt) || !isTimeOfDay(endsAt)) return null;
  return roundMinutes({ startsAt, endsAt, rounds: count });
}

/** Another shift of the same subject, after the last one of it. */
export function withShift(papers: readonly ExamPaperDraft[], like: ExamPaperDraft): ExamPaperDraft[] {
  const isAlike = (one: ExamPaperDraft) => one.offeringCode === like.offeringCode && one.subject === like.subject;
  const last = papers.reduce((found, one, at) => (isAlike(one) ? at : found), papers.length - 1);
  return [...papers.slice(0, last + 1), { ...like, startsAt: '', endsAt: '' }, ...papers.slice(last + 1)];
}

export const seatsIn = (site: SiteDraft): number =>
  site.rooms.reduce((sum, { seats }) => sum + (countOf(seats, 2000) ?? 0), 0);
