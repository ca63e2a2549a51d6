import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { patience } from '../../test/support/patience';
import { runProgram } from './run-program';

const node = (script: string) => ({ command: process.execPath, args: ['-e', script] });
describe('a program', () => {
  it('is stopped with what it started when nothing moves any more', async () => {
    const hangsBelow =
      "require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)'], { stdio: 'inherit' })";
    const { ok, output } = await runProgram(node(hangsBelow), { stillMs: 500 });
    expect(ok).toBe(false);
    expect(output).toContain('nothing has moved');
  });

  it('runs for many times the limit as long as it moves', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const tells = 'for (let left = 9; left > 0; left -= 1) process.send(left); process.disconnect();';
    const told: unknown[] = [];
    const hear = (one: unknown) => {
      told.push(one);
      vi.advanceTimersByTime(900);
    };
    const { ok, output } = await runProgram(node(tells), { stillMs: 1_000, hear });
    expect({ ok, output, told }).toEqual({ ok: true, output: '', told: [9, 8, 7, 6, 5, 4, 3, 2, 1] });
  });

  it('that fails or does not exist is not ok, and says so', async () => {
    expect(await runProgram(node('console.error("no"); process.exit(1)'), { stillMs: patience(10_000) })).toEqual({
      ok: false,
      output: 'no\n',
    });
    const { ok, output } = await runProgram({ command: '/no/such/program', args: [] }, { stillMs: patience(10_000) });
    expect(ok).toBe(false);
    expect(output).toContain('ENOENT');
  });
});
