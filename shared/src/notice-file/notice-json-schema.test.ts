import { readFile, readdir } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { noticeJsonSchema } from './index';

const folder = new URL('../../notices/', import.meta.url);
const files = (await readdir(folder)).filter((name) => name.endsWith('.yaml'));
/** The schema as somebody else's tool reads it. */
const schema = z.fromJSONSchema(noticeJsonSchema());
const read = async (name: string): Promise<unknown> => parse(await readFile(new URL(name, folder), 'utf8'));

it.each(files)('takes %s as an editor reads it', async (name) => {
  expect(schema.safeParse(await read(name)).error?.issues ?? []).toEqual([]);
});

it.each([
  ['foto', { foto: null }],
  ['year', { year: 'soon' }],
  ['issuedOn', { issuedOn: { value: '2026/01/08', source: { assumed: 'a slip' } } }],
  ['offerings', { offerings: [] }],
])('refuses a wrong %s', async (_, change) => {
  const notice = await read('bspia-2026-certification.yaml');
  expect(schema.safeParse(Object.assign({}, notice, change)).success).toBe(false);
});

it('wants what the notice must say, and not what may be left out', () => {
  const { required } = noticeJsonSchema();
  expect(required).toEqual(expect.arrayContaining(['title', 'offerings', 'identity', 'fees', 'referenceDay']));
  expect(required).not.toContain('schedule');
});
