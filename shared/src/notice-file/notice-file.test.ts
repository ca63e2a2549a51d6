import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parseFacts, parseNotice, readNoticeDraft, readNoticeFile } from './index';

const pathOf = (name: string) => fileURLToPath(new URL(`../../notices/${name}`, import.meta.url));
const yaml = await readFile(pathOf('bspia-2026-certification.yaml'), 'utf8');
const rawText = await readFile(pathOf('bspia-2026-certification.txt'), 'utf8');
const lineOf = (words: string) => yaml.slice(0, yaml.indexOf(words)).split('\n').length;

const problemsOf = (text: string) => {
  const parsed = parseNotice(text, rawText);
  return parsed.ok ? [] : parsed.error.map(({ path, line, code }) => ({ path, line, code }));
};
const replaced = (words: string, by: string) => {
  expect(yaml).toContain(words);
  return yaml.replace(words, by);
};

describe('a notice file', () => {
  it('is read with its raw text', async () => {
    const file = await readNoticeFile(pathOf('bspia-2026-certification.yaml'));
    expect(file).toMatchObject({ ok: true, value: { notice: { id: 'bspia-2026-certification' }, rawText } });
  });

  it('without its raw text is a draft only', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'notice-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const draft = join(folder, 'draft.yaml');
    await cp(pathOf('bspia-2026-certification.yaml'), draft);
    expect((await readNoticeDraft(draft)).ok).toBe(true);
    expect(await readNoticeFile(draft)).toMatchObject({ ok: false, error: [{ code: 'raw-text-not-found' }] });
    expect(await readNoticeFile(join(folder, 'none.yaml'))).toMatchObject({ error: [{ code: 'file-not-found' }] });
  });

  it.each([
    ['year: 2026', 'year: soon', { path: 'year', code: 'invalid-type' }],
    ['year: 2026', 'yaer: 2026', { path: 'yaer', code: 'unknown-key' }],
    ['value: 2026-01-08', 'value: 2026-02-30', { path: 'issuedOn.value', code: 'not-a-day' }],
    ['totalFen: 28000', 'totalFen: 28001', { path: 'fees.rows.0.totalFen', code: 'fee-sum-differs' }],
    ['level: 5', 'level: 7', { path: 'offerings.0.level', code: 'too-big' }],
    ['kind: age', 'kind: wisdom', { path: 'offerings.0.routes.0.condition.of.0.kind', code: 'invalid-union' }],
    ["account: '0200022309014440258'", "account: '0200'", { path: 'fees.payee.account', code: 'invalid-format' }],
    ['clause: 标题', 'clause: 第九', { path: 'title.source.clause', code: 'clause-unknown' }],
    ['language: 1', 'language: 2', { path: 'language', code: 'invalid-value' }],
  ])('with %s as %s is refused with its line', (words, by, problem) => {
    const line = lineOf(words);
    const problems = problemsOf(replaced(words, by));
    expect(problems).toContainEqual(expect.objectContaining(problem));
    const found = problems.find(({ code, path }) => code === problem.code && path === problem.path);
    expect(found?.line).toBe(line);
  });

  it('names a key that is missing, at the place where it should stand', () => {
    expect(problemsOf(replaced('kind: certification\n', ''))).toContainEqual(
      expect.objectContaining({ path: 'kind', code: expect.stringMatching(/missing|invalid-value/) }),
    );
  });

  it.each([
    ['repeated keys', 'id: a\nid: b\n', 'key-repeated', 2],
    ['anchors', 'id: &a b\n', 'alias-refused', 1],
    ['aliases', 'id: &a b\nkind: *a\n', 'alias-refused', 2],
    ['a second document', 'id: a\n---\nid: b\n', 'second-document', 2],
    ['broken text', 'id: [a\n', 'yaml-invalid', 2],
    ['a tab for spaces', 'id: a\nkind:\n\tfee: 1\n', 'tab-indent', 3],
    ['nothing', '', 'file-empty', 1],
  ])('with %s is refused', (_, text, code, line) => {
    expect(problemsOf(text)).toContainEqual({ path: '', line, code });
  });

  it('tells one tab or one lost quote once, not what the rest of the file looks like after it', () => {
    const slip = (at: number, change: (line: string) => string) =>
      yaml
        .split('\n')
        .map((line, place) => (place === at - 1 ? change(line) : line))
        .join('\n');
    const half = Math.floor(yaml.split('\n').length / 2);
    for (const line of [41, 201, half])
      expect(problemsOf(slip(line, (text) => `\t${text}`))).toEqual([{ path: '', line, code: 'tab-indent' }]);
    expect(problemsOf(slip(half, (text) => `${text} "`)).length).toBeLessThanOrEqual(1);
    expect(problemsOf(`id: a\nkind: "b\n${yaml}`)).toMatchObject([{ code: 'yaml-invalid' }]);
    expect(problemsOf('a:\n\tb: 1\n\tc: 2\n').map(({ line }) => line)).toEqual([2, 3]);
  });

  it('keeps every scalar as it is written', () => {
    const parsed = parseNotice(yaml, rawText);
    expect(parsed.ok && parsed.value.fees?.payee?.account).toBe('0200022309014440258');
  });
});

describe('facts', () => {
  it('are read from JSON', () => {
    expect(parseFacts('{"birthDate":"1990-05-01","jobs":[]}')).toEqual({
      ok: true,
      value: { birthDate: '1990-05-01', jobs: [] },
    });
  });

  it.each([
    ['{\n "birthDate": "1990-02-30"\n}', 'birthDate', 2, 'not-a-day'],
    ['{\n "jobs": [\n  { "occupation": "保安员", "from": "2014-03-01" }\n ]\n}', 'jobs.0.to', 3, 'missing'],
    ['{\n "height": 180\n}', 'height', 2, 'unknown-key'],
    ['{\n "birthDate": \n', '', 3, 'json-invalid'],
  ])('%s is refused', (json, path, line, code) => {
    expect(parseFacts(json)).toMatchObject({ ok: false, error: [{ path, line, code }] });
  });
});
