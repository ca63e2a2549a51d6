import { type Result, failed } from '../kernel';
import { type Notice, type NoticeProblem, NoticeSchema, checkNotice } from '../notice';
import { parseBySchema } from './parse-by-schema';
import { type FileProblem, type YamlText, readYamlText } from './yaml-text';

/**
 * A notice from YAML text, judged against its raw printed text; without one (`null`) the words are not looked up.
 * Problems carry path and line.
 */
export function parseNotice(yaml: string, rawText: string | null): Result<Notice, readonly FileProblem[]> {
  const read = readYamlText(yaml);
  if (!read.ok) return read;
  const parsed = parseBySchema(NoticeSchema, read.value);
  if (!parsed.ok) return parsed;
  const problems = checkNotice(parsed.value, rawText).map((problem) => noticeProblem(problem, read.value));
  return problems.length > 0 ? failed(problems) : parsed;
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
