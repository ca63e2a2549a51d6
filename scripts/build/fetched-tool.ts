import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './places';

const FETCH_MS = 600_000;

/**
 * A tool that nothing else needs and that is heavy: not among the dependencies, fetched once from the npm registry into
 * `.data/tools`. The folder that holds its `node_modules`, or in a sentence why it could not be had.
 */
export async function fetchedTool(tool: {
  readonly name: string;
  readonly version: string;
}): Promise<{ readonly folder: string } | { readonly why: string }> {
  const folder = path.join(root, '.data/tools', `${tool.name}-${tool.version}`);
  if (existsSync(folder)) return { folder };
  const unfinished = `${folder}.unfinished-${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  writeFileSync(path.join(unfinished, 'package.json'), '{ "private": true }');
  console.log(`fetching ${tool.name}, once (some minutes) …`);
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--fetch-retries=1', '--save-exact'];
  const { code, text } = await runToEnd('npm', [...args, `${tool.name}@${tool.version}`], FETCH_MS, unfinished);
  if (code === 0 && !existsSync(folder)) renameSync(unfinished, folder);
  rmSync(unfinished, { recursive: true, force: true });
  return code === 0 ? { folder } : { why: `it could not be fetched: ${reasonIn(text)}` };
}

/** What npm says last, but for where its log lies. */
const reasonIn = (text: string): string =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '' && !/complete log|^npm error\s*$/.test(line))
    .at(-1) ?? '';

/** Runs a program until it ends or its time is up; what it printed, both ways. */
export function runToEnd(command: string, args: readonly string[], mostMs: number, cwd = root) {
  const child = spawn(command, [...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'], timeout: mostMs });
  const printed: string[] = [];
  child.stdout.on('data', (text: Buffer) => printed.push(text.toString()));
  child.stderr.on('data', (text: Buffer) => printed.push(text.toString()));
  return new Promise<{ code: number | null; text: string }>((resolve) => {
    child.on('error', (error) => resolve({ code: null, text: error.message }));
    child.on('close', (code) => resolve({ code, text: printed.join('') }));
  });
}
