import { ok } from '@jikaotong/shared/kernel';
import { readNoticeDraft } from '@jikaotong/shared/notice-file';
import { type ChangeSide, noticeChangesOf } from '@jikaotong/shared/rules/changes';
import { changeSentence } from '@jikaotong/shared/words';
import { type Answer, printedSource, refused } from './answer';
import { noticePath } from './find-notice';

/** `diff OLD NEW`: what differs between two notices, by what candidates care about; `wordsOnly` decides nothing. */
export async function diff(args: readonly string[]): Promise<Answer> {
  const [older, newer, ...more] = args;
  if (older === undefined || newer === undefined)
    return refused('', 'subject-missing', 'name two notice ids or YAML files');
  if (more.length > 0) return refused('', 'argument-unknown', `what is ${more.join(' ')}?`);
  const before = await readNoticeDraft(noticePath(older));
  if (!before.ok) return before;
  const after = await readNoticeDraft(noticePath(newer));
  if (!after.ok) return after;
  return ok(
    noticeChangesOf(before.value, after.value).map((change) => ({
      group: change.group,
      what: change.what,
      sentence: changeSentence(change),
      offerings: change.offerings,
      path: change.path.join('.'),
      wordsOnly: change.wordsOnly,
      before: sideOf(change.before),
      after: sideOf(change.after),
    })),
  );
}

const sideOf = (side: ChangeSide | null) => side && { text: side.text, ...printedSource(side.source) };
