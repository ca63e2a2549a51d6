import type { CalendarItem } from '@jikaotong/shared/contract';
import { type LocalDate, timeOfDay } from '@jikaotong/shared/kernel';
import type { Notice, StageCode } from '@jikaotong/shared/notice';
import { type Calendar, type SessionWindow, printedDays, windowsOf } from '@jikaotong/shared/rules/calendar';
import { withinWindow } from '@jikaotong/shared/rules/progress';
import { type Entry, type NoticeName, blank } from './entry';

/** A notice that has no sessions, such as a competition, with what staff announced of its stages since. */
export type CalendarNotice = {
  readonly notice: Notice;
  readonly name: NoticeName;
  /** When this version was published, in milliseconds. */
  readonly changedAt: number;
  readonly announced: readonly {
    readonly stage: StageCode;
    readonly day: LocalDate;
    readonly startsAt: string | null;
    readonly place: string;
    readonly announcedAt: number;
  }[];
  /** Which stages are not held, and since when. */
  readonly cancelled: ReadonlyMap<StageCode, number>;
  readonly entersHere: boolean;
  /** One has entered, here or on somebody else's site. */
  readonly entered: boolean;
  /** One's own live entry; null also where one entered elsewhere. */
  readonly entryId: string | null;
  /** The stage after which one did not go on: what follows is not one's own. */
  readonly outAfter: StageCode | null;
};

/** The days a notice prints by itself, its stages as printed or announced; windows about which it prints nothing stay away. */
export function noticeEntries(of: CalendarNotice, calendar: Calendar, day: LocalDate): readonly Entry[] {
  const [offering] = of.notice.offerings;
  if (!offering) return [];
  const session = { examStart: null };
  const { windows, warnings } = windowsOf({ notice: of.notice, offeringCode: offering.code, session, calendar });
  const printedOf = (kind: SessionWindow['kind']): string | null => {
    const warning = warnings.find(({ code, data }) => code === 'day-printed-only' && data.kind === kind);
    return warning?.code === 'day-printed-only' ? warning.data.text : null;
  };
  const stages = of.notice.contest?.stages ?? [];
  const plain = windows
    .filter(({ kind }) => !stages.some(({ code }) => code === kind))
    .map((window) =>
      windowEntry(of, { window, printed: printedOf(window.kind), mayEnter: mayEnter(of, windows, day) }),
    );
  const out = stages.findIndex(({ code }) => code === of.outAfter);
  const staged = stages.slice(0, out < 0 ? stages.length : out + 1).map((stage) => {
    const window = windows.find(({ kind }) => kind === stage.code);
    return stageEntry(of, stage, {
      opens: window?.opens ?? null,
      printed: printedOf(stage.code),
      source: window?.source,
    });
  });
  return [...plain, ...staged].filter(({ item }) => (item.opens ?? item.closes) !== null || isStillToCome(item, day));
}

/** Printed words about days that may still be announced; what they meant and never was is over. */
function isStillToCome({ printed }: CalendarItem, day: LocalDate): boolean {
  const days = printed === null ? null : printedDays(printed);
  return printed !== null && (days === null || day <= days.to);
}

const mayEnter = (of: CalendarNotice, windows: readonly SessionWindow[], day: LocalDate): boolean =>
  of.entersHere &&
  !of.entered &&
  windows.some(({ kind, opens, closes }) => kind === 'application' && (opens ?? closes) !== null) &&
  withinWindow(windows, 'application', day) === null;

function windowEntry(
  of: CalendarNotice,
  { window, printed, mayEnter: may }: { window: SessionWindow; printed: string | null; mayEnter: boolean },
): Entry {
  const { kind, opens, closes, source } = window;
  const isEntry = kind === 'application';
  const todo = isEntry && may ? ({ action: 'enter', until: closes } as const) : null;
  const item = { ...entryItem(of, kind, 'window'), window: kind, opens, closes, printed, source, todo };
  return { item, changedAt: of.changedAt, alarm: isEntry && !of.entered ? 'closing' : null };
}

function stageEntry(
  of: CalendarNotice,
  stage: NonNullable<Notice['contest']>['stages'][number],
  printed: { opens: LocalDate | null; printed: string | null; source: CalendarItem['source'] | undefined },
): Entry {
  const said = of.announced.find((one) => one.stage === stage.code);
  const cancelledAt = of.cancelled.get(stage.code) ?? null;
  const opens = said?.day ?? printed.opens;
  const item: CalendarItem = {
    ...entryItem(of, stage.code, 'stage'),
    window: stage.code,
    stage: stage.name,
    opens,
    closes: opens,
    startsAt: said?.startsAt ? timeOfDay(said.startsAt) : null,
    place: said?.place ?? null,
    printed: printed.printed,
    source: printed.source ?? stage.source,
    cancelled: cancelledAt !== null,
  };
  const changedAt = cancelledAt ?? said?.announcedAt ?? of.changedAt;
  return { item, changedAt, alarm: of.entered && cancelledAt === null ? 'coming' : null };
}

/** One key for a stage, printed or announced: the same line moves. */
const entryItem = (of: CalendarNotice, code: string, kind: 'window' | 'stage'): CalendarItem => ({
  ...blank(`notice.${of.name.noticeId}.${code}`, kind, of.name),
  entryId: of.entryId,
  mine: of.entered,
});
