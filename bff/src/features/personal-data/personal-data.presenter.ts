import type { ExportView, HeldEnrolment, HeldItem, PersonalDataView } from '@jikaotong/shared/contract';
import { type LocalDate, dayAt, laterOf } from '@jikaotong/shared/kernel';
import { offeringOf } from '@jikaotong/shared/notice';
import {
  type HeldKind,
  HELD_KINDS,
  announcedAfter,
  endedOn,
  keptUntil,
  ownPeriodsOn,
  periodKindOf,
  scopeKeptUntil,
  whyLive,
} from '@jikaotong/shared/rules/retention';
import { type Held, type HeldRow, rowsHeld } from '../../platform/held';
import type { Context } from '../../platform/http';
import { loadAccount } from '../accounts';
import { findNotice } from '../notices';
import type { DataExport } from './data-export.record';
import { exportsLeft, lastExportOf } from './data-export.repository';
import { HELD } from './held-records';
import { type Standing, standingsOf } from './standing.repository';
import { candidateIdsOf, idsOfEnrolments } from './whose.repository';

/** What is held of an account, by kind: with itself, and with each enrolment. */
export async function presentPersonalData(
  ctx: Pick<Context, 'h' | 'now'>,
  accountId: string,
): Promise<PersonalDataView> {
  const { h, now } = ctx;
  const { consentAt, createdAt } = await loadAccount(h, accountId);
  const standings = await standingsOf(h, await candidateIdsOf(h, accountId));
  const last = await lastExportOf(h, accountId);
  const enrolments: HeldEnrolment[] = [];
  for (const standing of standings.toReversed()) enrolments.push(await presentEnrolment(ctx, standing));
  return {
    account: itemsOf(await rowsOf(h, { account: [accountId] }), dayAt(createdAt), () => NEVER_SAID),
    enrolments,
    consentOn: consentAt === null ? null : dayAt(consentAt),
    lastExport: last && presentExport(last, now.wallMs),
    exportsLeft: await exportsLeft(h, accountId, now.day),
  };
}

/** Whether a copy still lasts is asked of the wall clock: the job that takes it away may be late. */
export const presentExport = (row: DataExport, wallMs: number): ExportView => ({
  id: row.id,
  state: row.state === 'ready' && (row.expiresAt ?? 0) <= wallMs ? 'over' : row.state,
  done: row.done,
  total: row.total,
  bytes: row.bytes,
  askedAt: row.askedAt,
  expiresAt: row.expiresAt,
});

type Rows = readonly { readonly held: Held; readonly row: HeldRow }[];

/** The rows that stand under these ids. */
export async function rowsOf(
  h: Context['h'],
  ids: { readonly [K in Held['whose']]?: readonly string[] },
): Promise<{ held: Held; row: HeldRow }[]> {
  const rows: { held: Held; row: HeldRow }[] = [];
  for (const held of HELD) for (const row of await rowsHeld(h, held, ids[held.whose] ?? [])) rows.push({ held, row });
  return rows;
}

async function presentEnrolment({ h, now }: Pick<Context, 'h' | 'now'>, standing: Standing): Promise<HeldEnrolment> {
  const { candidate, facts } = standing;
  const notice = (await findNotice(h, candidate.noticeId))?.notice;
  const offering = notice?.kind === 'certification' ? offeringOf(notice, candidate.offeringCode) : undefined;
  const rows = await rowsOf(h, await idsOfEnrolments(h, [candidate.id]));
  return {
    id: candidate.id,
    kind: candidate.kind,
    isDraft: facts.isDraft,
    noticeTitle: notice?.title.value ?? candidate.noticeId,
    offering: offering
      ? { code: offering.code, occupation: offering.occupation, workType: offering.workType, level: offering.level }
      : null,
    endedOn: endedOn(facts),
    blocked: whyLive(facts, now.day),
    items: facts.isDraft
      ? [draftItem(standing, now.day)]
      : withPhoto(itemsOf(rows, facts.startedOn, untilIn(standing, now.day)), standing, now.day),
  };
}

type Until = Pick<HeldItem, 'until' | 'own' | 'later'>;
type UntilOf = (kind: HeldKind, since: LocalDate) => Until;
/** What is the account's goes with it. */
const NEVER_SAID: Until = { until: null, own: null, later: null };

function draftItem(standing: Standing, today: LocalDate): HeldItem {
  const since = dayAt(standing.candidate.createdAt);
  return { kind: 'draft', count: 1, since, ...untilIn(standing, today)('draft', since) };
}

/** A photo stands in the row of its candidate, and is a kind of its own. */
function withPhoto(items: HeldItem[], standing: Standing, today: LocalDate): HeldItem[] {
  const { photo, createdAt } = standing.candidate;
  if (photo === null) return items;
  const since = dayAt(createdAt);
  return [...items, { kind: 'photo', count: 1, since, ...untilIn(standing, today)('photo', since) }];
}

/** Rows counted by kind, in the order of the kinds. */
function itemsOf(rows: Rows, since: LocalDate, until: UntilOf): HeldItem[] {
  return HELD_KINDS.flatMap((kind) => {
    const count = rows.filter(({ held }) => held.kind === kind).length;
    return count === 0 ? [] : [{ kind, count, since, ...until(kind, since) }];
  });
}

/** Until when the parts of an enrolment are kept by what holds today, and by what its body has announced. */
function untilIn({ candidate, facts, periods }: Standing, today: LocalDate): UntilOf {
  const lastDay = (kind: HeldKind, madeOn: LocalDate, on: LocalDate): LocalDate | null => {
    const own = ownPeriodsOn(periods, on);
    // who somebody is stays as long as the marks that would mean nothing without it
    if (kind === 'identity' || kind === 'application' || kind === 'entry')
      return scopeKeptUntil(facts, { kind: candidate.kind, own });
    return keptUntil(kind, { endedOn: endedOn(facts), madeOn, own });
  };
  return (kind, madeOn) => {
    const by = periodKindOf(kind);
    const until = lastDay(kind, madeOn, today);
    const later = announcedAfter(periods, today)
      .map(({ from }) => ({ from, until: lastDay(kind, madeOn, from) }))
      .find((one) => one.until !== until);
    // what would be over by then goes in that night, no sooner
    return {
      until,
      own: (by && ownPeriodsOn(periods, today)[by]) ?? null,
      later: later ? { ...later, until: later.until && laterOf(later.until, later.from) } : null,
    };
  };
}
