import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { outputOf, root } from './places';

/** Lets Taro build one target; null when it went well, else the end of what it printed. */
export function buildPhone(target: 'h5' | 'weapp'): Promise<string | null> {
  rmSync(outputOf(target), { recursive: true, force: true });
  const taro = path.join(root, 'node_modules/@tarojs/cli/bin/taro');
  const child = spawn(process.execPath, [taro, 'build', '--type', target], {
    cwd: path.join(root, 'miniapp'),
    env: { ...process.env, NODE_ENV: 'production', CI: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed: string[] = [];
  child.stdout.on('data', (text: Buffer) => printed.push(text.toString()));
  child.stderr.on('data', (text: Buffer) => printed.push(text.toString()));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code) => {
      const text = printed.join('');
      // Taro ends with 0 even when webpack found errors.
      const failed = code !== 0 || /✖ Webpack|Compiled with .*error|ERROR in/.test(text);
      resolve(failed ? text.slice(Math.max(text.lastIndexOf('✖ Webpack'), text.length - 6000)) : null);
    });
  });
}
