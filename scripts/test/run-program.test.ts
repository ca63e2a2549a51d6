import { describe, expect, it } from 'vitest';
import { patience } from '../../test/support/patience';
import { runProgram } from './run-program';

const node = (script: string) => ({ command: process.execPath, args: ['-e', script] });
const stillMs = patience(300);
/** Ten times something in one and a half times as long as it may be still. */
const tenTimes = (something: string) =>
  `let left = 10; const each = setInterval(() => { ${something}; left -= 1; if (left === 0) { clearInterval(each); process.disconnect?.(); } }, ${stillMs * 0.15})`;
const ten = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];

describe('a program', () => {
  it('runs for longer than the limit as long as it prints', async () => {
    const { ok, output } = await runProgram(node(tenTimes('console.log(left)')), { stillMs });
    expect({ ok, output }).toEqual({ ok: true, output: ten.map((left) => `${left}\n`).join('') });
  });

  it('is stopped with what it started when nothing moves any more', async () => {
    const hangsBelow =
      "require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)'], { stdio: 'inherit' })";
    const { ok, output } = await runProgram(node(hangsBelow), { stillMs: 500 });
    expect(ok).toBe(false);
    expect(output).toContain('nothing has moved');
  });

  it('moves by what it tells, too', async () => {
    const told: unknown[] = [];
    const { ok } = await runProgram(node(tenTimes('process.send(left)')), { stillMs, hear: (one) => told.push(one) });
    expect([ok, told]).toEqual([true, ten]);
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
