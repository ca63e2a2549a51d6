import {
  MOST_FILE_PROBLEMS,
  MOST_NOTICE_CHARS,
  MOST_RAW_CHARS,
  type NoticeFileProblem,
} from '@jikaotong/shared/contract';
import { type Result, failed, ok } from '@jikaotong/shared/kernel';
import { type Notice, assumedLeaves } from '@jikaotong/shared/notice';
import { type FileProblem, parseNotice } from '@jikaotong/shared/notice-file';

export type Imported = { readonly notice: Notice; readonly rawText: string };
type Problems = readonly NoticeFileProblem[];

/** What the columns hold. */
const LONGEST_TITLE = 200;
const LONGEST_PATH = 200;

/**
 * Reads a notice file and the raw text beside it, or says everything that is wrong with them, each with its line. Pure
 * and slow (a second for a long file): call it outside a transaction.
 */
export function readImport(yaml: string, rawText: string | null): Result<Imported, Problems> {
  const unreadable = [
    ...unreadableIn('notice', yaml, MOST_NOTICE_CHARS),
    ...(rawText === null ? [] : unreadableIn('raw-text', rawText, MOST_RAW_CHARS)),
  ];
  if (unreadable.length > 0) return failed(unreadable);
  if (rawText === null || rawText.trim() === '')
    return failed([{ file: 'raw-text', line: 1, path: '', code: 'raw-text-missing', text: '' }]);
  const source = withoutMark(yaml);
  const parsed = parseNotice(source, withoutMark(rawText));
  if (!parsed.ok) return failed(problemsIn('notice', source, parsed.error));
  const problems = unstorable(parsed.value);
  return problems.length > 0
    ? failed(problemsIn('notice', source, problems))
    : ok({ notice: parsed.value, rawText: withoutMark(rawText) });
}

/** Problems of a file as they travel: each with the text of its line, each once, at most `MOST_FILE_PROBLEMS`. */
export function problemsIn(
  file: NoticeFileProblem['file'],
  source: string,
  problems: readonly FileProblem[],
): NoticeFileProblem[] {
  const lines = source.split(/\r?\n/);
  const byLine = problems.toSorted((a, b) => a.line - b.line);
  const once = new Map(byLine.map((problem) => [`${problem.line} ${problem.path} ${problem.code}`, problem]));
  return [...once.values()].slice(0, MOST_FILE_PROBLEMS).map(({ line, path, code }) => ({
    file,
    line,
    path: path.slice(0, LONGEST_PATH),
    code: path === '' && (code === 'invalid-type' || code === 'missing') ? 'not-a-notice' : code,
    text: (lines[line - 1] ?? '').trim().slice(0, 160),
  }));
}

/** Too long, or bytes that were no UTF-8: then a � stands in their place. */
function unreadableIn(file: NoticeFileProblem['file'], text: string, most: number): NoticeFileProblem[] {
  const told = (code: string, line: number) => [{ file, line, path: '', code, text: '' }];
  if (text.length > most) return told('file-too-large', 1);
  if (file !== 'raw-text' && text.trim() === '') return told('file-empty', 1);
  const broken = text.indexOf('\u{FFFD}');
  return broken < 0 ? [] : told('encoding-wrong', text.slice(0, broken).split('\n').length);
}

/** Windows editors begin a file with a byte order mark. */
const withoutMark = (text: string): string => text.replace(/^\u{FEFF}/u, '');

function unstorable(notice: Notice): FileProblem[] {
  const told = (path: string, code: string) => [{ path, line: 1, code, message: '' }];
  return [
    ...(notice.title.value.length > LONGEST_TITLE ? told('title.value', 'title-too-long') : []),
    ...(assumedLeaves(notice).some(({ path }) => path.length > LONGEST_PATH) ? told('', 'nested-too-deep') : []),
  ];
}
