import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { localDate } from '../../kernel';
import { readNoticeFile } from '../../notice-file';
import { ANNOUNCED_YEARS } from '../calendar';
import { asCounterOpens } from './index';

const noticeOf = async (id: string) => {
  const file = await readNoticeFile(fileURLToPath(new URL(`../../../notices/${id}.yaml`, import.meta.url)));
  if (!file.ok) throw new Error(id);
  return file.value.notice;
};
const source = { assumed: 'a test' };
const windows = (closes: string) => [
  { kind: 'application' as const, opens: localDate('2025-06-16'), closes: localDate(closes), source },
  { kind: 'payment' as const, opens: localDate('2025-06-21'), closes: localDate('2025-07-20'), source },
];

it('an application at the counter ends on the last day it opens, by its own clause; payment is no matter of it', async () => {
  const s25 = await noticeOf('shqbxh-2025-certification');
  const [application, payment] = asCounterOpens(windows('2025-07-15'), s25, ANNOUNCED_YEARS);
  expect(application).toMatchObject({ opens: '2025-06-16', closes: '2025-07-11', source: { clause: '六（二）' } });
  expect(payment).toEqual(windows('2025-07-15')[1]);
  // a window that ends on a Friday ends there by its own clause
  expect(asCounterOpens(windows('2025-07-11'), s25, ANNOUNCED_YEARS)).toEqual(windows('2025-07-11'));
  expect(asCounterOpens(windows('2025-07-10'), s25, ANNOUNCED_YEARS)[0]?.closes).toBe('2025-07-04');
});

it('no window is changed where one applies on the phone, or where no calendar is known', async () => {
  const given = windows('2025-07-15');
  expect(asCounterOpens(given, await noticeOf('bspia-2026-certification'), ANNOUNCED_YEARS)).toEqual(given);
  expect(asCounterOpens(given, await noticeOf('shqbxh-2025-certification'), [])).toEqual(given);
});
