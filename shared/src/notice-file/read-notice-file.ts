import { readFile } from 'node:fs/promises';
import { type Result, failed, ok } from '../kernel';
import type { Notice } from '../notice';
import { parseNotice } from './parse-notice';
import type { FileProblem } from './yaml-text';

export type NoticeFile = { readonly notice: Notice; readonly rawText: string };

/** Reads `<id>.yaml` and the raw text `<id>.txt` beside it; every quote must stand in that text. */
export async function readNoticeFile(yamlPath: string): Promise<Result<NoticeFile, readonly FileProblem[]>> {
  const { parsed, rawPath, rawText } = await readBoth(yamlPath);
  if (!parsed.ok) return parsed;
  return rawText === null
    ? failed([problem('raw-text-not-found', `the raw text ${rawPath} is missing`)])
    : ok({ notice: parsed.value, rawText });
}

/** Reads a notice whose raw text may be missing: a draft that is tried out before it is checked. */
export const readNoticeDraft = async (yamlPath: string): Promise<Result<Notice, readonly FileProblem[]>> =>
  (await readBoth(yamlPath)).parsed;

async function readBoth(yamlPath: string) {
  const rawPath = `${yamlPath.replace(/\.ya?ml$/, '')}.txt`;
  const [yaml, rawText] = await Promise.all([textOf(yamlPath), textOf(rawPath)]);
  const parsed: Result<Notice, readonly FileProblem[]> =
    yaml === null ? failed([problem('file-not-found', `no readable file at ${yamlPath}`)]) : parseNotice(yaml, rawText);
  return { parsed, rawPath, rawText };
}

const problem = (code: string, message: string): FileProblem => ({ path: '', line: 1, code, message });

const absent = ['ENOENT', 'EISDIR', 'ENOTDIR', 'EACCES'];

async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'string' && absent.includes(error.code))
      return null;
    throw error;
  }
}
