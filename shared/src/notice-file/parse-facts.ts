import { type Result, failed, ok } from '../kernel';
import { type Facts, FactsSchema } from '../notice';
import { parseBySchema } from './parse-by-schema';
import { type FileProblem, type YamlText, readYamlText } from './yaml-text';

/** A candidate's facts from JSON text; problems carry path and line. */
export function parseFacts(json: string): Result<Facts, readonly FileProblem[]> {
  const located = locatedJson(json);
  return located.ok ? parseBySchema(FactsSchema, located.value) : located;
}

/** The value of a JSON text with the lines of its paths: JSON is YAML, which knows them. */
export function locatedJson(json: string): Result<YamlText, readonly FileProblem[]> {
  const value = jsonOf(json);
  if (!value.ok) return value;
  const located = readYamlText(json);
  return ok({ value: value.value, lineOf: located.ok ? located.value.lineOf : () => 1 });
}

function jsonOf(json: string): Result<unknown, readonly FileProblem[]> {
  try {
    return { ok: true, value: JSON.parse(json) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const position = /position (\d+)/.exec(error.message)?.[1];
    const readable = position === undefined ? json : json.slice(0, Number(position));
    const line = readable.split('\n').length;
    return failed([{ path: '', line, code: 'json-invalid', message: error.message }]);
  }
}
