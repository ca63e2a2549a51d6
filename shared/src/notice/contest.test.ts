import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { NoticeSchema, entrantGroupName } from './index';

const yaml = await readFile(
  new URL('../../notices/bspia-2025-competition-monitor-operator.yaml', import.meta.url),
  'utf8',
);
const notice = NoticeSchema.parse(parse(yaml, { schema: 'failsafe' }));

it('words a group of entrants as the notice prints it', () => {
  const contest = notice.contest ?? { entrantGroups: null };
  expect(entrantGroupName(contest, 'guard')).toBe('从事与安全技术防范工作相关的保安员');
  expect(entrantGroupName(contest, 'other')).toBeNull();
});

it('reads a competition that was stored before the language knew groups', () => {
  const stored = JSON.parse(JSON.stringify(notice));
  delete stored.contest.entrantGroups;
  const read = NoticeSchema.parse(stored);
  expect(read.contest?.entrantGroups).toBeNull();
  expect(entrantGroupName(read.contest ?? { entrantGroups: null }, 'guard')).toBeNull();
});
