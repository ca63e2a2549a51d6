import { readFile } from 'node:fs/promises';
import { type Result, failed, ok } from '../kernel';
import type { Notice } from '../notice';
import { parseNotice } from './parse-notice';
import type { FileProblem } from './yaml-text';

export type NoticeFile = { readonly notice: Notice; readonly rawText: string };

/** Reads `<id>.yaml` and the raw text `<id>.txt` beside it; every quote must stand in that text. */
export async function readNoticeFile(yamlPath: string): Promise<Result<NoticeFile, readonly FileProblem[]>> {
  const yaml = await textOf(yamlPath);
  if (yaml === null)
    return failed([{ path: '', line: 1, code: 'file-not-found', message: `no readable file at ${yamlPath}` }]);
  const rawPath = yamlPath.replace(/\.ya?ml$/, '') + '.txt';
  const rawText = await textOf(rawPath);
  const parsed = parseNotice(yaml, rawText);
  if (!parsed.ok) return parsed;
  if (rawText === null)
    return failed([{ path: '', line: 1, code: 'raw-text-not-found', message: `the raw text ${rawPath} is missing` }]);
  return ok({ notice: parsed.value, rawText });
}

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
