import type { ExportView, HeldEnrolment, HeldItem, PersonalDataView } from '@jikaotong/shared/contract';
import { type LocalDate, dayAt } from '@jikaotong/shared/kernel';
import { offeringOf } from '@jikaotong/shared/notice';
import {
  type HeldKind,
  HELD_KINDS,
  endedOn,
  keptUntil,
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
    account: itemsOf(await rowsOf(h, { account: [accountId] }), dayAt(createdAt), null),
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
    items: facts.isDraft ? [draftItem(standing)] : withPhoto(itemsOf(rows, facts.startedOn, standing), standing),
  };
}

const draftItem = ({ candidate, facts }: Standing): HeldItem => ({
  kind: 'draft',
  count: 1,
  since: dayAt(candidate.createdAt),
  until: keptUntil('draft', { endedOn: endedOn(facts), madeOn: null }),
});

/** A photo stands in the row of its candidate, and is a kind of its own. */
function withPhoto(items: HeldItem[], { candidate, facts }: Standing): HeldItem[] {
  if (candidate.photo === null) return items;
  const until = keptUntil('photo', { endedOn: endedOn(facts), madeOn: null });
  return [...items, { kind: 'photo', count: 1, since: dayAt(candidate.createdAt), until }];
}

/** Rows counted by kind, in the order of the kinds. */
function itemsOf(rows: Rows, since: LocalDate, standing: Standing | null): HeldItem[] {
  return HELD_KINDS.flatMap((kind) => {
    const count = rows.filter(({ held }) => held.kind === kind).length;
    return count === 0 ? [] : [{ kind, count, since, until: standing && untilOf(kind, since, standing) }];
  });
}

/** Who somebody is stays as long as the marks that would mean nothing without it. */
function untilOf(kind: HeldKind, madeOn: LocalDate, { candidate, facts }: Standing): LocalDate | null {
  if (kind === 'identity' || kind === 'application' || kind === 'entry') return scopeKeptUntil(facts, candidate.kind);
  return keptUntil(kind, { endedOn: endedOn(facts), madeOn });
}
