import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { runCommand } from './run-command';

const folder = await mkdtemp(join(tmpdir(), 'notices-'));
afterAll(() => rm(folder, { recursive: true }));

const s25 = 'shqbxh-2025-certification';
const e24 = 'cecc-2024-certification';
const c25 = 'bspia-2025-competition-monitor-operator';
const c24 = 'bspia-2024-competition-installer';

const Day = z.nullable(z.string());
const Timeline = z.object({
  windows: z.array(
    z.object({
      kind: z.string(),
      opens: Day,
      closes: Day,
      clause: Day,
      quote: Day,
      printed: z.optional(z.string()),
      lastCounterDay: z.optional(Day),
    }),
  ),
  warnings: z.array(z.object({ code: z.string(), data: z.record(z.string(), z.unknown()), clause: Day })),
});

const answerTo = async (...args: string[]): Promise<unknown> => {
  const answer = await runCommand(args);
  return JSON.parse(JSON.stringify(answer.ok ? answer.value : { problems: answer.error }));
};
const timeline = async (...args: string[]) => {
  const { windows, warnings } = Timeline.parse(await answerTo('timeline', ...args));
  const windowOf = (kind: string) => windows.find((window) => window.kind === kind);
  const span = (kind: string) => [windowOf(kind)?.opens, windowOf(kind)?.closes];
  return { windows, windowOf, span, warnings, codes: warnings.map(({ code }) => code) };
};

it.each([s25, e24, c25, c24, 'bspia-2026-certification'])('check passes %s', async (id) => {
  expect(await answerTo('check', id)).toMatchObject({ id, warnings: expect.anything() });
});

describe('S25: the printed schedule', () => {
  it.each([
    ['2025-07', '2025-05-16', '2025-06-15', '2025-06-13', '2025-05-21', '2025-06-20', ['window-before-notice']],
    ['2025-08', '2025-06-16', '2025-07-15', '2025-07-11', '2025-06-21', '2025-07-20', []],
    ['2025-09', '2025-07-16', '2025-08-15', '2025-08-15', '2025-07-21', '2025-08-20', []],
    ['2025-10', '2025-08-16', '2025-09-15', '2025-09-12', '2025-08-20', '2025-09-20', ['schedule-flagged']],
    ['2025-11', '2025-09-16', '2025-10-15', '2025-10-10', '2025-09-21', '2025-10-20', []],
    ['2025-12', '2025-10-16', '2025-11-15', '2025-11-14', '2025-10-21', '2025-11-20', []],
    ['2026-01', '2025-11-16', '2025-12-31', '2025-12-26', '2025-11-21', '2025-12-31', ['no-time-for-review']],
  ])('%s: apply %s to %s, at the counter until %s', async (month, opens, closes, counter, from, to, expected) => {
    const { span, windowOf, codes } = await timeline(s25, '--offering', 'security-manager-3', '--month', month);
    expect([span('application'), span('payment')]).toEqual([
      [opens, closes],
      [from, to],
    ]);
    expect(windowOf('application')).toMatchObject({ lastCounterDay: counter, clause: '二（三）' });
    expect(windowOf('application')?.quote).toContain(`${Number(month.slice(5))}月`);
    // a day that is not known without an exam day is told of too
    expect(codes.filter((code) => !['anchor-unknown', 'session-field-missing'].includes(code))).toEqual(expected);
  });

  it.each(['security-manager-2', 'security-manager-1'])('gives %s no October', async (offering) => {
    expect(await answerTo('timeline', s25, '--offering', offering, '--month', '2025-10')).toMatchObject({
      problems: [
        {
          path: '--month',
          code: 'month-not-listed',
          clause: '二（三）',
          quote: expect.stringContaining('10月 保卫管理员（三级）'),
        },
      ],
    });
    expect((await timeline(s25, '--offering', offering, '--month', '2025-11')).span('application')).toEqual([
      '2025-09-16',
      '2025-10-15',
    ]);
    expect((await timeline(s25, '--offering', offering, '--exam', '2025-10-18')).codes).toContain('month-not-listed');
  });

  it('opens the ticket a week before, and keeps passes two or three years by level', async () => {
    const of = (level: number) => timeline(s25, '--offering', `security-manager-${level}`, '--exam', '2025-07-19');
    const [third, second] = await Promise.all([of(3), of(2)]);
    expect(third.span('ticket')).toEqual(['2025-07-12', '2025-07-19']);
    expect(third.span('results')).toEqual([null, '2025-08-15']);
    expect(third.span('retake')).toEqual(['2025-08-15', '2027-08-15']);
    expect(second.span('retake')).toEqual(['2025-08-15', '2028-08-15']);
    expect(third.windowOf('publicity')).toBeUndefined();
  });

  it('costs each subject its own fee, again on a retake', async () => {
    const fee = (offering: string, ...more: string[]) => answerTo('fee', s25, '--offering', offering, ...more);
    expect(await fee('security-manager-3')).toMatchObject({ totalFen: 103_600 });
    expect(await fee('security-manager-1')).toMatchObject({ totalFen: 136_800 });
    expect(await fee('security-manager-2', '--retake', 'review')).toEqual({
      lines: [{ item: 'review', fen: 67_500 }],
      totalFen: 67_500,
    });
  });
});

it('E24: the ticket five calendar days before, publicity of seven days', async () => {
  const { span, codes } = await timeline(e24, '--offering', 'pentest-4', '--exam', '2024-09-21');
  expect(span('ticket')).toEqual(['2024-09-16', '2024-09-21']);
  expect(span('results')).toEqual([null, '2024-10-16']);
  expect(span('publicity')).toEqual(['2024-10-16', '2024-10-23']);
  expect(span('retake')).toEqual(['2024-10-16', '2025-10-16']);
  expect(codes).not.toContain('month-not-listed');
  const published = await timeline(e24, '--offering', 'pentest-4', '--exam', '2024-09-21', '--published', '2024-09-30');
  expect(published.span('publicity')).toEqual(['2024-09-30', '2024-10-07']);
  expect((await timeline(e24, '--offering', 'pentest-3', '--month', '2024-09')).codes).toContain('month-not-listed');
});

describe('competitions print their own days', () => {
  it('C25 registers into the days its first stage may mean', async () => {
    const { span, windowOf, warnings } = await timeline(c25, '--offering', 'monitor-operator');
    expect(span('application')).toEqual(['2025-06-16', '2025-07-25']);
    expect(windowOf('preliminary')).toMatchObject({ opens: null, printed: '2025年7月下旬', clause: '三（七）2' });
    expect(warnings).toContainEqual({
      code: 'stage-before-application-closes',
      data: { kind: 'preliminary', text: '2025年7月下旬', applicationCloses: '2025-07-25' },
      clause: '三（七）2',
    });
  });

  it('C24 does not, and has no fee', async () => {
    const { span, codes } = await timeline(c24, '--offering', 'installer');
    expect(span('application')).toEqual(['2024-04-23', '2024-05-20']);
    expect(codes).toEqual(['day-printed-only', 'day-printed-only', 'day-printed-only']);
    expect(await answerTo('fee', c24, '--offering', 'installer')).toMatchObject({
      problems: [{ code: 'fee-unknown' }],
    });
  });
});

describe('assess', () => {
  const assess = async (id: string, offering: string, facts: object, on: string) => {
    const path = join(folder, 'facts.json');
    await writeFile(path, JSON.stringify(facts));
    return answerTo('assess', id, '--offering', offering, '--facts', path, '--on', on);
  };

  it('says when the day comes after the notice has taken its last application', async () => {
    const facts = { birthDate: '2000-01-01', sex: 'male', residence: [], jobs: [], declared: { 'listed-group': true } };
    const arrived = { ...facts, residence: [{ city: '北京', kind: 'work', from: '2023-06-01', to: null }] };
    expect(await assess(c24, 'installer', arrived, '2024-05-10')).toMatchObject({
      verdict: 'ineligible',
      earliestOn: '2024-06-01',
      warnings: [
        { code: 'earliest-after-last-application', data: { lastApplicationDay: '2024-05-20' }, clause: '三（六）1' },
      ],
    });
    const sooner = { ...facts, residence: [{ city: '北京', kind: 'work', from: '2023-05-15', to: null }] };
    expect(await assess(c24, 'installer', sooner, '2024-05-10')).toMatchObject({
      earliestOn: '2024-05-15',
      warnings: [],
    });
  });
});

it('schema prints a JSON Schema and takes no argument', async () => {
  expect(await answerTo('schema')).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    additionalProperties: false,
  });
  expect(await answerTo('schema', 'x')).toMatchObject({ problems: [{ code: 'argument-unknown' }] });
});
