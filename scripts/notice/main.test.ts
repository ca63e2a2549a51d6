import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { patience } from '../../test/support/patience';
import { runCommand } from './run-command';

const root = fileURLToPath(new URL('../../', import.meta.url));
const id = 'bspia-2026-certification';
const seed = (ending: string) => join(root, 'shared/notices', `${id}.${ending}`);
const folder = await mkdtemp(join(tmpdir(), 'notice-'));
afterAll(() => rm(folder, { recursive: true }));

const Source = { clause: z.nullable(z.string()), quote: z.nullable(z.string()) };
const Window = z.object({ kind: z.string(), opens: z.nullable(z.string()), closes: z.nullable(z.string()), ...Source });
const Timeline = z.object({
  windows: z.array(Window),
  warnings: z.array(
    z.object({ code: z.string(), data: z.record(z.string(), z.unknown()), clause: z.nullable(z.string()) }),
  ),
});
const Problems = z.object({
  problems: z.array(
    z.object({ path: z.string(), line: z.nullable(z.number()), code: z.string(), message: z.string() }),
  ),
});

/** What the command line would print, and the code it would exit with. */
async function run(...args: string[]): Promise<{ exit: number; answer: unknown }> {
  const answer = await runCommand(args);
  const printed = answer.ok ? answer.value : { problems: answer.error };
  return { exit: answer.ok ? 0 : 1, answer: JSON.parse(JSON.stringify(printed)) };
}

/** The command line itself, started as people start it. */
const spawned = (...args: string[]): Promise<{ exit: number; answer: unknown }> =>
  new Promise((resolve, reject) => {
    execFile('npm', ['run', '-s', 'notice', '--', ...args], { cwd: root }, (error, stdout, stderr) => {
      if (stdout === '') reject(new Error(stderr));
      else resolve({ exit: error ? Number(error.code) : 0, answer: JSON.parse(stdout) });
    });
  });
const problemCodes = async (...args: string[]) => {
  const { exit, answer } = await run(...args);
  expect(exit).toBe(1);
  return Problems.parse(answer).problems.map(({ code }) => code);
};
const timeline = async (...args: string[]) => {
  const { exit, answer } = await run('timeline', id, '--offering', 'security-manager-3', ...args);
  expect(exit).toBe(0);
  const { windows, warnings } = Timeline.parse(answer);
  const span = (kind: string) => {
    const window = windows.find((candidate) => candidate.kind === kind);
    return window && [window.opens, window.closes];
  };
  return { windows, warnings, ticket: span('ticket')?.[0], results: span('results'), publicity: span('publicity') };
};

describe('timeline', () => {
  it.each([
    ['2026-03-01', '2026-02-24', '2026-03-06', '2026-03-17'],
    ['2026-05-10', '2026-04-30', '2026-05-15', '2026-05-26'],
    ['2026-09-26', '2026-09-20', '2026-10-09', '2026-10-19'],
    ['2026-10-11', '2026-09-29', '2026-10-16', '2026-10-27'],
  ])('for an exam on %s', async (exam, ticket, published, over) => {
    expect(await timeline('--exam', exam)).toMatchObject({ ticket, publicity: [published, over] });
  });

  it('names the windows the notice defines, each with clause and quote', async () => {
    const { windows } = await timeline('--exam', '2026-05-10');
    expect(windows.map(({ kind }) => kind)).toEqual([
      'application',
      'payment',
      'ticket',
      'exam',
      'results',
      'publicity',
      'review',
      'retake',
    ]);
    expect(windows[2]).toMatchObject({ clause: '三（四）', quote: expect.stringContaining('前五个工作日') });
  });

  it('moves with the last exam day and with the publication', async () => {
    expect(await timeline('--exam', '2026-05-09', '--exam-end', '2026-05-10')).toMatchObject({
      publicity: ['2026-05-15', '2026-05-26'],
    });
    expect(await timeline('--exam', '2026-05-10', '--published', '2026-05-12')).toMatchObject({
      publicity: ['2026-05-12', '2026-05-21'],
    });
  });

  it('never guesses a year nobody announced', async () => {
    const { publicity, warnings } = await timeline('--exam', '2026-12-26');
    expect(publicity).toEqual([null, null]);
    expect(warnings).toContainEqual(
      expect.objectContaining({ code: 'calendar-year-unknown', data: expect.objectContaining({ year: 2027 }) }),
    );
  });

  it('warns of a month the notice does not list', async () => {
    const { warnings } = await timeline('--exam', '2026-06-13');
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'month-not-listed', clause: '一' }));
    expect((await timeline('--month', '2026-06')).warnings.map(({ code }) => code)).toContain('month-not-listed');
  });

  it.each([
    [['--exam', '2026-02-30'], 'not-a-day'],
    [['--month', '2026-13'], 'not-a-month'],
    [['--exam', '2026-05-10', '--month', '2026-05'], 'options-clash'],
    [['--exam', '2026-05-10', '--exam-end', '2026-05-09'], 'ends-before-start'],
    [[], 'option-missing'],
    [['--exma', '2026-05-10'], 'argument-unknown'],
  ])('refuses %j', async (args, code) => {
    expect(await problemCodes('timeline', id, '--offering', 'installer-5', ...args)).toEqual([code]);
  });
});

describe('fee', () => {
  it.each([
    ['installer-5', 28000],
    ['installer-3', 43000],
    ['security-manager-3', 43000],
  ])('of %s is %i fen', async (offering, totalFen) => {
    expect((await run('fee', id, '--offering', offering)).answer).toMatchObject({ totalFen });
  });

  it('of a retake is that of the subjects, with the material of the practical one', async () => {
    const retake = async (subjects: string) =>
      (await run('fee', id, '--offering', 'installer-3', '--retake', subjects)).answer;
    expect(await retake('theory')).toEqual({ lines: [{ item: 'theory', fen: 6500 }], totalFen: 6500 });
    expect(await retake('skill')).toMatchObject({ totalFen: 36500 });
    expect(await retake('theory,skill')).toMatchObject({ totalFen: 43000 });
  });

  it('refuses subjects and offerings that are not there', async () => {
    expect(await problemCodes('fee', id, '--offering', 'installer-5', '--retake', 'review')).toEqual([
      'fee-subject-unknown',
    ]);
    expect(await problemCodes('fee', id, '--offering', 'installer-5', '--retake', 'luck')).toEqual(['subject-unknown']);
    expect(await problemCodes('fee', id, '--offering', 'installer-4')).toEqual(['offering-unknown']);
    expect(await problemCodes('fee', 'no-such-notice', '--offering', 'installer-5')).toEqual(['file-not-found']);
  });
});

describe('assess', () => {
  const assess = async (facts: string, on: string) => {
    const path = join(folder, 'facts.json');
    await writeFile(path, facts);
    return run('assess', id, '--offering', 'security-manager-3', '--facts', path, '--on', on);
  };
  const guard = '{"jobs":[{"occupation":"保安员","from":"2014-03-01","to":null}],"certificates":[],"diplomas":[]}';

  it('says eligible on the anniversary and not the day before', async () => {
    expect((await assess(guard, '2024-03-01')).answer).toMatchObject({
      verdict: 'eligible',
      earliestOn: null,
      missing: [],
    });
    expect((await assess(guard, '2024-02-29')).answer).toMatchObject({
      verdict: 'ineligible',
      earliestOn: '2024-03-01',
      routes: [
        { route: '1', verdict: 'ineligible', earliestOn: '2024-03-01', shortfalls: [{ code: 'experience-short' }] },
        { route: '2', verdict: 'ineligible', earliestOn: null },
        { route: '3', verdict: 'ineligible', earliestOn: null },
        { route: '4', verdict: 'ineligible', earliestOn: null },
      ],
    });
  });

  it('names what it does not know', async () => {
    expect((await assess('{}', '2024-03-01')).answer).toMatchObject({
      verdict: 'undecided',
      missing: ['jobs', 'diplomas', 'certificates'],
    });
  });

  it('refuses facts it cannot read, with their line', async () => {
    const { exit, answer } = await assess('{\n"birthDate": "yesterday"\n}', '2024-03-01');
    expect([exit, Problems.parse(answer).problems[0]]).toMatchObject([1, { path: 'birthDate', line: 2 }]);
  });
});

describe('check and show', () => {
  it('pass the notice, with its assumed leaves as warnings', async () => {
    const { exit, answer } = await run('check', seed('yaml'));
    expect(exit).toBe(0);
    expect(answer).toMatchObject({
      id,
      warnings: expect.arrayContaining([expect.objectContaining({ code: 'assumed' })]),
    });
    expect((await run('show', id)).answer).toMatchObject({ id, fees: { payee: { account: '0200022309014440258' } } });
  });

  it('refuse a quote that was never printed, a repeated key and a wrong sum', async () => {
    const yaml = await readFile(seed('yaml'), 'utf8');
    const changed = async (name: string, text: string) => {
      await cp(seed('txt'), join(folder, `${name}.txt`));
      await writeFile(join(folder, `${name}.yaml`), text);
      return problemCodes('check', join(folder, `${name}.yaml`));
    };
    expect(await changed('quote', yaml.replace('quote: 准考证为电子版', 'quote: 准考证为纸质版'))).toEqual([
      'quote-not-in-clause',
    ]);
    expect(await changed('key', `${yaml}\nyear: 2027\n`)).toEqual(['key-repeated']);
    expect(await changed('sum', yaml.replace('totalFen: 28000', 'totalFen: 28100'))).toEqual(['fee-sum-differs']);
  });
});

it('tells two notices apart', async () => {
  const yaml = await readFile(seed('yaml'), 'utf8');
  const dearer = yaml
    .replace('{ item: theory, fen: 6500 }', '{ item: theory, fen: 7500 }')
    .replace('totalFen: 28000', 'totalFen: 29000')
    .replace('五级（初级） 65 155 — 60 280', '五级（初级） 75 155 — 60 290');
  await writeFile(join(folder, 'dearer.yaml'), dearer);
  expect((await run('diff', id, id)).answer).toEqual([]);
  expect((await run('diff', id, join(folder, 'dearer.yaml'))).answer).toMatchObject([
    { group: 'fees', sentence: expect.stringContaining('65.00元 → 75.00元'), offerings: ['installer-5'] },
    { group: 'fees', before: { text: 28000 }, after: { text: 29000 } },
  ]);
  expect(await problemCodes('diff', id)).toEqual(['subject-missing']);
});

it('refuses a command it does not know', async () => {
  expect(await problemCodes('rnak', id)).toEqual(['command-unknown']);
  expect(await problemCodes('timeline')).toEqual(['subject-missing']);
});

it(
  'prints JSON and exits 0 or 1 when started through npm, wherever the caller stands',
  { timeout: patience(120_000) },
  async () => {
    const facts = join(folder, 'npm-facts.json');
    await writeFile(facts, '{"birthDate":"1990-05-01","intends":true}');
    const [price, verdict, refusal] = await Promise.all([
      spawned('fee', id, '--offering', 'installer-5'),
      spawned('assess', id, '--offering', 'installer-5', '--facts', relative(root, facts), '--on', '2026-11-23'),
      spawned('check', relative(root, facts)),
    ]);
    expect(price).toMatchObject({ exit: 0, answer: { totalFen: 28000 } });
    expect(verdict).toMatchObject({ exit: 0, answer: { verdict: 'eligible' } });
    expect(refusal.exit).toBe(1);
    expect(Problems.parse(refusal.answer).problems.length).toBeGreaterThan(0);
  },
);
