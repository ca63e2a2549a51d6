import * as z from 'zod/mini';
import { type Result, failed, ok } from '../kernel';
import { type NodePath, type Notice, type NoticeProblem, NoticeSchema, checkNotice } from '../notice';
import { type FileProblem, type YamlText, readYamlText } from './yaml-text';

const english = z.locales.en();

/**
 * A notice from YAML text, judged against its raw printed text; without one (`null`) the words are not looked up.
 * Problems carry path and line.
 */
export function parseNotice(yaml: string, rawText: string | null): Result<Notice, readonly FileProblem[]> {
  const read = readYamlText(yaml);
  if (!read.ok) return read;
  const parsed = NoticeSchema.safeParse(read.value.value, { reportInput: true, error: english.localeError });
  if (!parsed.success) return failed(parsed.error.issues.flatMap((issue) => schemaProblems(issue, [], read.value)));
  const problems = checkNotice(parsed.data, rawText).map((problem) => noticeProblem(problem, read.value));
  return problems.length > 0 ? failed(problems) : ok(parsed.data);
}

type Issue = z.core.$ZodIssue;

function schemaProblems(issue: Issue, above: NodePath, text: YamlText): FileProblem[] {
  const path: NodePath = [...above, ...issue.path.filter((part) => typeof part !== 'symbol')];
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: [...path, key].join('.'),
      line: text.lineOf(path, key),
      code: 'unknown-key',
      message: `the language of notices has no "${key}" here`,
    }));
  // of the forms that were tried, the nearest miss says most
  const nearest = issue.code === 'invalid_union' ? issue.errors.toSorted((a, b) => a.length - b.length)[0] : undefined;
  if (nearest && nearest.length > 0) return nearest.flatMap((inner) => schemaProblems(inner, path, text));
  const missing = issue.code === 'invalid_type' && issue.input === undefined;
  return [
    {
      path: path.join('.'),
      line: text.lineOf(path),
      code: missing ? 'missing' : issue.code.replaceAll('_', '-'),
      message: issue.message,
    },
  ];
}

const noticeProblem = ({ path, code, data }: NoticeProblem, text: YamlText): FileProblem => ({
  path: path.join('.'),
  line: text.lineOf(path),
  code,
  message: sentenceOf(code, data),
});

function sentenceOf(code: NoticeProblem['code'], data: NoticeProblem['data']): string {
  const detail = Object.entries(data).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
  return [code.replaceAll('-', ' '), ...detail].join(', ');
}
