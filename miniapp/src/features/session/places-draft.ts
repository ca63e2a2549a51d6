import { type BodyOf, type StaffSessionView, sessions } from '@jikaotong/shared/contract';
import { type LocalDate, isTimeOfDay, parseLocalDate } from '@jikaotong/shared/kernel';
import { type Notice, type SubjectCode, offeringOf } from '@jikaotong/shared/notice';

type Places = BodyOf<typeof sessions.setSessionPlaces>;

export type RoomDraft = { readonly name: string; readonly seats: string };
export type SiteDraft = { readonly name: string; readonly address: string; readonly rooms: readonly RoomDraft[] };
/** One subject of one offering; empty texts while unanswered. */
export type ExamPaperDraft = {
  readonly offeringCode: string;
  readonly subject: SubjectCode;
  readonly day: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly siteName: string;
  /** The notice leaves its time to later: it may stay blank. */
  readonly later?: boolean;
};
export type PlacesDraft = { readonly sites: readonly SiteDraft[]; readonly papers: readonly ExamPaperDraft[] };

/** The plan's places with a row for every subject that is examined, filled or not. */
export function placesDraftOf(session: StaffSessionView, notice: Notice): PlacesDraft {
  const { sites, papers } = session.plan;
  return {
    sites: sites.map((site) => ({
      ...site,
      rooms: site.rooms.map(({ name, seats }) => ({ name, seats: String(seats) })),
    })),
    papers: session.offerings.flatMap(({ code }) =>
      (offeringOf(notice, code)?.subjects ?? []).map(({ code: subject, announcedLater }) => {
        const known = papers.find((paper) => paper.offeringCode === code && paper.subject === subject);
        const later = announcedLater?.value === true;
        const blank = { startsAt: '', endsAt: '', siteName: sites[0]?.name ?? '' };
        // the exam may have moved since: a day that is none any more cannot be picked either
        const stays = known && session.examStart <= known.day && (later || known.day <= session.examEnd);
        const day = stays ? known.day : later ? '' : session.examStart;
        return { offeringCode: code, subject, later, ...(known ?? blank), day };
      }),
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
  return {
    sites: draft.sites.map((other, position) => (position === place ? site : other)),
    papers: draft.papers.map((paper) =>
      before && paper.siteName === before.name ? { ...paper, siteName: site.name } : paper,
    ),
  };
}

/** The draft with these sites; where only one is left, everything is examined there. */
export function withSites(draft: PlacesDraft, sites: readonly SiteDraft[]): PlacesDraft {
  const [only] = sites;
  if (!only || sites.length > 1) return { ...draft, sites };
  return { sites, papers: draft.papers.map((paper) => ({ ...paper, siteName: only.name })) };
}

/** What is missing, in words; empty when the places can be sent. */
export function placesFaults({ sites, papers: all }: PlacesDraft): readonly string[] {
  const papers = all.filter((paper) => !isLeftOpen(paper));
  const rooms = sites.flatMap((site) => site.rooms);
  const hasDouble = (names: readonly string[]) => new Set(names).size !== names.length;
  return [
    ...(sites.length === 0 ? ['请添加考点'] : []),
    ...(sites.some(({ name, address }) => !name.trim() || !address.trim()) ? ['考点的名称和地址要填全'] : []),
    ...(hasDouble(sites.map(({ name }) => name.trim())) ? ['考点名称不能重复'] : []),
    ...(sites.some((site) => site.rooms.length === 0) ? ['每个考点至少要有一间考场'] : []),
    ...(sites.some((site) => hasDouble(site.rooms.map(({ name }) => name.trim()))) ? ['同一考点的考场不能重名'] : []),
    ...(rooms.some(({ name, seats }) => !name.trim() || seatsOf(seats) === null)
      ? ['考场要有名称，座位数填 1 到 2000']
      : []),
    ...(papers.some(({ day }) => !day) ? ['另行通知的科目要填考试日期，或者全部空着'] : []),
    ...(papers.some(({ startsAt, endsAt }) => !startsAt || !endsAt) ? ['各科的开始和结束时间要填全'] : []),
    ...(papers.some(({ startsAt, endsAt }) => startsAt && endsAt && startsAt >= endsAt)
      ? ['各科的结束时间要晚于开始时间']
      : []),
    ...(papers.some(({ siteName }) => !sites.some(({ name }) => name === siteName)) ? ['各科都要选考点'] : []),
  ];
}

/** The places as the server takes them; null while something is missing. */
export function placesOf(draft: PlacesDraft): Places | null {
  if (placesFaults(draft).length > 0) return null;
  return {
    sites: draft.sites.map(({ name, address, rooms }) => ({
      name: name.trim(),
      address: address.trim(),
      rooms: rooms.map((room) => ({ name: room.name.trim(), seats: seatsOf(room.seats) ?? 0 })),
    })),
    papers: draft.papers.flatMap(({ offeringCode, subject, day, startsAt, endsAt, siteName }) => {
      const on = parseLocalDate(day);
      if (!on.ok || !isTimeOfDay(startsAt) || !isTimeOfDay(endsAt)) return [];
      return [{ offeringCode, subject, day: on.value, startsAt, endsAt, siteName: siteName.trim() }];
    }),
  };
}

export const seatsIn = (site: SiteDraft): number =>
  site.rooms.reduce((sum, { seats }) => sum + (seatsOf(seats) ?? 0), 0);

function seatsOf(text: string): number | null {
  const seats = /^\d{1,4}$/.test(text.trim()) ? Number(text) : 0;
  return seats >= 1 && seats <= 2000 ? seats : null;
}
