import * as z from 'zod/mini';
import { type Result, failed, ok } from '../kernel';
import type { NodePath } from '../notice';
import type { FileProblem, YamlText } from './yaml-text';

const english = z.locales.en();

/** The value of a text as a schema reads it, or what the schema refuses, each with its line. */
export function parseBySchema<T>(schema: z.ZodMiniType<T>, text: YamlText): Result<T, readonly FileProblem[]> {
  const parsed = schema.safeParse(text.value, { reportInput: true, error: english.localeError });
  if (parsed.success) return ok(parsed.data);
  return failed(withoutEchoes(parsed.error.issues).flatMap((issue) => schemaProblems(issue, [], text)));
}

/** A key under a wrong name is missing under its own: the wrong name says it all. */
function withoutEchoes(issues: readonly Issue[]): readonly Issue[] {
  const misnamed = issues.filter((issue) => issue.code === 'unrecognized_keys').map((issue) => issue.path.join('.'));
  return issues.filter((issue) => codeOf(issue) !== 'missing' || !misnamed.includes(issue.path.slice(0, -1).join('.')));
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
  return [{ path: path.join('.'), line: text.lineOf(path), code: codeOf(issue), message: issue.message }];
}

/** A schema that names what is wrong (`not-a-day`) says so in its message. */
function codeOf(issue: Issue): string {
  const missing = issue.code === 'invalid_type' || issue.code === 'invalid_value' || issue.code === 'invalid_union';
  if (missing && issue.input === undefined) return 'missing';
  return /^[a-z]+(-[a-z]+)+$/.test(issue.message) ? issue.message : issue.code.replaceAll('_', '-');
}
