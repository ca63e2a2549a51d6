import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { fetchedTool, runToEnd } from './fetched-tool';
import { outputOf, root } from './places';

/** 275 MB in a thousand packages. */
const TOOL = { name: 'miniprogram-ci', version: '2.1.42' };
const CHECK_MS = 300_000;

export type WechatVerdict =
  | { readonly state: 'passed'; readonly files: number }
  | { readonly state: 'refused'; readonly problem: string }
  /** The tool could not be had or did not answer: nothing is known. */
  | { readonly state: 'unchecked'; readonly why: string };

/**
 * Lets WeChat's own checker look at the built mini-program: what `app.json` and the pages' settings say, by its schemas, and
 * whether every page, part and icon is there. Nothing leaves the machine.
 */
export async function checkByWechat(weapp = outputOf('weapp')): Promise<WechatVerdict> {
  const tool = await fetchedTool(TOOL);
  if ('why' in tool) return { state: 'unchecked', why: tool.why };
  const project = mkdtempSync(path.join(tmpdir(), 'weapp-check-'));
  try {
    cpSync(weapp, path.join(project, 'weapp'), { recursive: true });
    const config: object = JSON.parse(readFileSync(path.join(root, 'project.config.json'), 'utf8'));
    writeFileSync(path.join(project, 'project.config.json'), JSON.stringify({ ...config, miniprogramRoot: 'weapp/' }));
    const script = fileURLToPath(new URL('check-package.mjs', import.meta.url));
    const { text } = await runToEnd(process.execPath, [script, tool.folder, project], CHECK_MS);
    return verdictIn(text);
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
}

/** Exported for its test: what the tool printed, among much else. */
export function verdictIn(text: string): WechatVerdict {
  const line = /^VERDICT (.*)$/m.exec(text)?.[1];
  if (line === undefined) return { state: 'unchecked', why: text.trim().split('\n').at(-1) ?? '' };
  const said: { files?: number; problem?: string } = JSON.parse(line);
  return said.problem === undefined
    ? { state: 'passed', files: said.files ?? 0 }
    : { state: 'refused', problem: said.problem };
}
