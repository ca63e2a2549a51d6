import { ok } from '@jikaotong/shared/kernel';
import { assumedLeaves } from '@jikaotong/shared/notice';
import { readNoticeDraft, readNoticeFile } from '@jikaotong/shared/notice-file';
import type { Answer } from './answer';
import { noticePath } from './find-notice';
import { readArguments } from './read-arguments';

/** `check FILE`: schema, quotes, sums and references; what nobody printed is a warning. */
export async function check(args: readonly string[]): Promise<Answer> {
  const read = readArguments(args, []);
  if (!read.ok) return read;
  const file = await readNoticeFile(noticePath(read.value.subject));
  if (!file.ok) return file;
  const { notice } = file.value;
  return ok({
    id: notice.id,
    language: notice.language,
    offerings: notice.offerings.map(({ code }) => code),
    warnings: assumedLeaves(notice).map((data) => ({ code: 'assumed', data, clause: null })),
  });
}

/** `show ID`: the notice as data. */
export async function show(args: readonly string[]): Promise<Answer> {
  const read = readArguments(args, []);
  return read.ok ? readNoticeDraft(noticePath(read.value.subject)) : read;
}
