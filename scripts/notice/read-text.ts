import { readFile } from 'node:fs/promises';
import { type Result, ok } from '@jikaotong/shared/kernel';
import { type Problem, refused } from './answer';
import { callerPath } from './find-notice';

/** A text file named by an option: UTF-8 with or without a mark, or GB18030 as Chinese Excel writes it. */
export async function readText(option: string, path: string | undefined): Promise<Result<string, readonly Problem[]>> {
  if (path === undefined) return refused(option, 'option-missing', `name a file, ${option} FILE`);
  const bytes = await bytesOf(callerPath(path));
  if (bytes === null) return refused(option, 'file-not-found', `no readable file at ${path}`);
  const text = textOf(bytes);
  if (text === null) return refused(option, 'encoding-unknown', `${path} is neither UTF-8 nor GB18030 text`);
  if (text.trim() === '') return refused(option, 'file-empty', `${path} says nothing`);
  return ok(text);
}

async function bytesOf(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}

function textOf(bytes: Buffer): string | null {
  // why: zeros are UTF-16 or no text at all, which GB18030 would take for something else
  if (bytes.includes(0)) return null;
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // the next one, or none
    }
  }
  return null;
}
