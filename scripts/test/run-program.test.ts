import { describe, expect, it } from 'vitest';
import { runProgram } from './run-program';

const node = (script: string) => ({ command: process.execPath, args: ['-e', script] });

describe('a program', () => {
  it('runs for many times the limit as long as it prints', async () => {
    const lines =
      'let left = 12; const each = setInterval(() => { console.log(left); if (--left === 0) clearInterval(each); }, 250)';
    const { ok, output } = await runProgram(node(lines), { stillMs: 2_500 });
    expect({ ok, output }).toEqual({ ok: true, output: '12\n11\n10\n9\n8\n7\n6\n5\n4\n3\n2\n1\n' });
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
    const tells =
      'let left = 12; const each = setInterval(() => { process.send(left); if (--left === 0) { clearInterval(each); process.disconnect(); } }, 250)';
    const { ok } = await runProgram(node(tells), { stillMs: 2_500, hear: (one) => told.push(one) });
    expect([ok, told]).toEqual([true, [12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]]);
  });

  it('that fails or does not exist is not ok, and says so', async () => {
    expect(await runProgram(node('console.error("no"); process.exit(1)'), { stillMs: 10_000 })).toEqual({
      ok: false,
      output: 'no\n',
    });
    const { ok, output } = await runProgram({ command: '/no/such/program', args: [] }, { stillMs: 10_000 });
    expect(ok).toBe(false);
    expect(output).toContain('ENOENT');
  });
});
