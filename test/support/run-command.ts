import { spawn } from 'node:child_process';

/** Runs a program to its end and gives what it printed; throws with the last lines of its output when it fails. */
export const runCommand = (
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      const printed = Buffer.concat(out).toString();
      if (code === 0) resolve(printed);
      else reject(new Error(`${command} ended with ${code}: ${lastLines(printed + Buffer.concat(err).toString())}`));
    });
  });

const lastLines = (text: string): string => text.trim().split('\n').slice(-6).join('\n');
