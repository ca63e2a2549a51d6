import type { NoticeDraftView, TrialView } from '@jikaotong/shared/contract';
import { assumedKey, assumedWith } from '@jikaotong/shared/notice';
import { noticeChangesOf } from '@jikaotong/shared/rules/changes';
import type { Handle } from '../../platform/db';
import type { Context } from '../../platform/http';
import { staffNamesOf } from '../accounts';
import { type TouchedSession, listTouchedSessions } from '../sessions';
import { countAffected } from './affected';
import { presentNoticeChange } from './notice-change.presenter';
import type { OpenDraft } from './draft';
import { listConfirmed } from './draft.repository';

/** A draft beside what runs: what differs, what is assumed, which sessions and how many people it touches. */
export async function presentDraft(ctx: Pick<Context, 'h' | 'now'>, open: OpenDraft): Promise<NoticeDraftView> {
  const { draft, notice, running } = open;
  const isOpen = draft.state === 'open';
  const changes = running && isOpen ? noticeChangesOf(running.notice, notice) : [];
  const touched = running && isOpen ? await listTouchedSessions(ctx.h, notice, { day: ctx.now.day }) : [];
  const names = await staffNamesOf(ctx.h, [draft.importedBy, ...(draft.endedBy === null ? [] : [draft.endedBy])]);
  return {
    id: draft.id,
    noticeId: draft.noticeId,
    bodyId: draft.bodyId,
    bodyName: notice.body.name,
    title: notice.title.value,
    kind: notice.kind,
    state: draft.state,
    endedBy: draft.endedBy === null ? null : (names.get(draft.endedBy) ?? ''),
    endedAt: draft.endedAt,
    publishedVersion: draft.publishedVersion,
    baseVersion: draft.baseVersion,
    runningVersion: running?.version ?? 0,
    importedBy: names.get(draft.importedBy) ?? '',
    importedAt: draft.importedAt,
    changes: changes.map(presentNoticeChange),
    offerings: notice.offerings.map(({ code, occupation, workType, level }) => ({ code, occupation, workType, level })),
    assumptions: await presentAssumptions(ctx.h, open),
    sessions: touched.map(presentTouched),
    affected: draft.publication?.affected ?? (await countAffected(ctx.h, { open, changes, touched, day: ctx.now.day })),
  };
}

async function presentAssumptions(h: Handle, open: OpenDraft): Promise<NoticeDraftView['assumptions']> {
  const { draft, notice, running } = open;
  const confirmed = new Map((await listConfirmed(h, draft.id)).map((row) => [row.path, row]));
  const names = await staffNamesOf(
    h,
    [...confirmed.values()].map(({ accountId }) => accountId),
  );
  const known = new Set(running ? assumedWith(running.notice).map(assumedKey) : []);
  return assumedWith(notice).map(({ path, reason, value }) => {
    const row = confirmed.get(path);
    return {
      path,
      reason,
      value,
      known: known.has(assumedKey({ reason, value })),
      confirmedBy: row ? (names.get(row.accountId) ?? '') : null,
      confirmedAt: row?.confirmedAt ?? null,
    };
  });
}

/** A session that another version touches, as staff read it. */
export const presentTouched = ({ session, lost, windows }: TouchedSession): TrialView['sessions'][number] => ({
  id: session.id,
  name: session.name,
  published: session.state === 'published',
  lost: lost.map(({ code, occupation, workType, level }) => ({ code, occupation, workType, level })),
  windows: windows.map(({ kind, before, after }) => ({ kind, before: { ...before }, after: { ...after } })),
});
