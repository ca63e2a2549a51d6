import { type Result, failed } from '../kernel';
import { type Facts, FactsSchema } from '../notice';
import { parseBySchema } from './parse-by-schema';
import { type FileProblem, readYamlText } from './yaml-text';

/** A candidate's facts from JSON text; problems carry path and line. */
export function parseFacts(json: string): Result<Facts, readonly FileProblem[]> {
  const value = jsonOf(json);
  if (!value.ok) return value;
  // JSON is YAML, which knows the lines
  const located = readYamlText(json);
  return parseBySchema(FactsSchema, { value: value.value, lineOf: located.ok ? located.value.lineOf : () => 1 });
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
