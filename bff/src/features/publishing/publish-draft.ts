import { assumedLeaves } from '@jikaotong/shared/notice';
import { noticeChangesOf } from '@jikaotong/shared/rules/changes';
import { type Context, refuse } from '../../platform/http';
import { enqueue } from '../../platform/jobs';
import { standBoard } from '../awards';
import { ensureStages } from '../contests';
import { promiseDraws } from '../draws';
import { loadNoticeVersion, lockNotice, publishVersion, ensurePoster } from '../notices';
import { followVersion, listTouchedSessions } from '../sessions';
import { countAffected } from './affected';
import type { OpenDraft } from './draft';
import { presentTouched } from './draft.presenter';
import { changeOpenDraft, listConfirmed } from './draft.repository';
import { FIRST_POSITION, NOTIFY_VERSION_CHANGE_JOB, notifyFirst } from './notify-version-change.job';

/**
 * Makes a draft the next version: sessions follow it, a new notice gets its poster and a competition its stages, and everybody concerned is told.
 * Refuses `assumption-not-confirmed`, `draft-outdated` (another version came first), `offering-in-use`, `notice-id-taken`.
 */
export async function publishDraft(
  ctx: Context & { readonly actor: { readonly accountId: string } },
  open: OpenDraft,
): Promise<void> {
  const { draft, notice, running } = open;
  const confirmed = new Set((await listConfirmed(ctx.h, draft.id)).map(({ path }) => path));
  const missing = assumedLeaves(notice).filter(({ path }) => !confirmed.has(path));
  if (missing.length > 0) refuse('assumption-not-confirmed', { paths: missing.map(({ path }) => path) });
  if ((running?.version ?? 0) !== draft.baseVersion) refuseOutdated(open);

  // before the sessions are listed: one that is being planned is there afterwards, or comes under the new version
  await lockNotice(ctx.h, notice.id);
  const touched = await listTouchedSessions(ctx.h, notice, { day: ctx.now.day, lock: true });
  const losing = touched.filter(({ lost }) => lost.length > 0);
  if (losing.length > 0) refuse('offering-in-use', { sessions: losing.map(({ session }) => session.name) });

  const given = { notice, rawText: draft.rawText, base: draft.baseVersion, nowMs: ctx.now.ms };
  const versionId = await publishVersion(ctx.h, given);
  if (versionId === null) return refuseOutdated(open);
  const version = draft.baseVersion + 1;
  const ended = { endedBy: ctx.actor.accountId, endedAt: ctx.now.ms, openKey: null };
  const changes = running ? noticeChangesOf(running.notice, notice) : [];
  const affected = await countAffected(ctx.h, { open, changes, touched, day: ctx.now.day });
  const publication = { noticeId: notice.id, version, affected, sessions: touched.map(presentTouched) };
  const set = { ...ended, state: 'published', publishedVersion: version, publication, told: FIRST_POSITION } as const;
  if (!(await changeOpenDraft(ctx.h, draft.id, set))) refuse('draft-outdated', { version });
  const published = await loadNoticeVersion(ctx.h, versionId);
  await followVersion(ctx.h, touched, published);
  await ensurePoster(ctx.h, notice.id, ctx.now.ms);
  await ensureStages(ctx.h, published);
  await promiseDraws(ctx, notice.id);
  if (notice.contest) await standBoard(ctx.h, { noticeId: notice.id, bodyId: notice.body.id });
  ctx.audit(
    'notice-published',
    { draftId: draft.id, noticeId: notice.id, bodyId: draft.bodyId, versionId },
    { version, sessions: touched.length, ...affected },
  );
  // the first hear of it at once, the others by a job
  if (await notifyFirst(ctx, draft.id))
    await enqueue(ctx.h, {
      kind: NOTIFY_VERSION_CHANGE_JOB,
      key: draft.id,
      dueMs: ctx.now.ms,
      payload: { draftId: draft.id },
    });
}

/** Somebody was faster: with the id for a body's new notice, or with a version of this one. */
function refuseOutdated({ draft, running }: OpenDraft): never {
  if (draft.baseVersion === 0 && running?.notice.body.id !== draft.bodyId)
    refuse('notice-id-taken', { noticeId: draft.noticeId });
  return refuse('draft-outdated', { version: running?.version ?? draft.baseVersion + 1 });
}
