import { type Notice, assumedKey, assumedWith } from '@jikaotong/shared/notice';
import { type Context, bodiesOf, type Actor, refuse } from '../../platform/http';
import { findNotice, findNoticeRow, markOf, runningMark } from '../notices';
import { PUBLISHERS } from './publishers';
import { listConfirmedOf, replaceOpenDraft, setConfirmed } from './draft.repository';
import type { Imported } from './read-import';

/**
 * Keeps an imported notice as the draft of its body, in the place of the one that waited. Refuses `notice-of-another-body`,
 * `notice-id-taken`, `notice-unchanged`, `notice-file-refused` for another kind of notice under the same id.
 */
export async function importDraft(ctx: Context & { actor: Actor }, { notice, rawText }: Imported): Promise<string> {
  if (!bodiesOf(ctx.actor, PUBLISHERS).includes(notice.body.id))
    refuse('notice-of-another-body', { bodyId: notice.body.id });
  const row = await findNoticeRow(ctx.h, notice.id);
  if (row && row.bodyId !== notice.body.id) refuse('notice-id-taken', { noticeId: notice.id });
  const running = row && (await findNotice(ctx.h, notice.id));
  if (running && running.notice.kind !== notice.kind) {
    const problem = { file: 'notice', line: 1, path: 'kind', code: 'kind-changed', text: `kind: ${notice.kind}` };
    refuse('notice-file-refused', { problems: [problem] });
  }
  const sha256 = markOf(notice, rawText);
  if (running && (await runningMark(ctx.h, notice.id)) === sha256)
    refuse('notice-unchanged', { version: running.version });
  const id = await replaceOpenDraft(ctx.h, {
    noticeId: notice.id,
    bodyId: notice.body.id,
    title: notice.title.value,
    baseVersion: running?.version ?? 0,
    content: notice,
    rawText,
    sha256,
    importedBy: ctx.actor.accountId,
    importedAt: ctx.now.ms,
  });
  if (id === null) return refuse('changed-meanwhile');
  if (running) await carryConfirmed(ctx, { draftId: id, notice, running });
  ctx.audit(
    'notice-imported',
    { draftId: id, noticeId: notice.id, bodyId: notice.body.id },
    { base: running?.version ?? 0 },
  );
  return id;
}

/** A leaf that somebody took as true in the running version, and that has not changed, stays so: with who did, and when. */
async function carryConfirmed(
  { h }: Pick<Context, 'h'>,
  given: { draftId: string; notice: Notice; running: { readonly notice: Notice; readonly version: number } },
): Promise<void> {
  const { draftId, notice, running } = given;
  const before = assumedWith(running.notice);
  const confirmed = new Map<string, { accountId: string; confirmedAt: number }>();
  for (const { path, accountId, confirmedAt } of await listConfirmedOf(h, {
    noticeId: notice.id,
    publishedVersion: running.version,
  })) {
    const leaf = before.find((one) => one.path === path);
    if (leaf) confirmed.set(assumedKey(leaf), { accountId, confirmedAt });
  }
  for (const leaf of assumedWith(notice)) {
    const by = confirmed.get(assumedKey(leaf));
    if (by) await setConfirmed(h, { draftId, path: leaf.path, ...by }, true);
  }
}
