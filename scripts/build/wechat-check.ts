import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { outputOf, root } from './places';

/** 275 MB in a thousand packages, which nothing else needs: not among the dependencies, fetched beside the other tools. */
const TOOL = { name: 'miniprogram-ci', version: '2.1.42' };
const toolFolder = path.join(root, '.data/tools', `${TOOL.name}-${TOOL.version}`);
const FETCH_MS = 600_000;
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
  const missing = existsSync(toolFolder) ? null : await fetchTool();
  if (missing !== null) return { state: 'unchecked', why: missing };
  const project = mkdtempSync(path.join(tmpdir(), 'weapp-check-'));
  try {
    cpSync(weapp, path.join(project, 'weapp'), { recursive: true });
    const config: object = JSON.parse(readFileSync(path.join(root, 'project.config.json'), 'utf8'));
    writeFileSync(path.join(project, 'project.config.json'), JSON.stringify({ ...config, miniprogramRoot: 'weapp/' }));
    const script = fileURLToPath(new URL('check-package.mjs', import.meta.url));
    const { text } = await run(process.execPath, [script, toolFolder, project], CHECK_MS);
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

async function fetchTool(): Promise<string | null> {
  const unfinished = `${toolFolder}.unfinished-${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  writeFileSync(path.join(unfinished, 'package.json'), '{ "private": true }');
  console.log(`fetching ${TOOL.name}, once (some minutes) …`);
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--fetch-retries=1', '--save-exact'];
  const { code, text } = await run('npm', [...args, `${TOOL.name}@${TOOL.version}`], FETCH_MS, unfinished);
  if (code === 0 && !existsSync(toolFolder)) renameSync(unfinished, toolFolder);
  rmSync(unfinished, { recursive: true, force: true });
  return code === 0 ? null : `it could not be fetched: ${text.trim().split('\n').at(-1) ?? ''}`;
}

function run(command: string, args: readonly string[], mostMs: number, cwd = root) {
  const child = spawn(command, [...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'], timeout: mostMs });
  const printed: string[] = [];
  child.stdout.on('data', (text: Buffer) => printed.push(text.toString()));
  child.stderr.on('data', (text: Buffer) => printed.push(text.toString()));
  return new Promise<{ code: number | null; text: string }>((resolve) => {
    child.on('error', (error) => resolve({ code: null, text: error.message }));
    child.on('close', (code) => resolve({ code, text: printed.join('') }));
  });
}
