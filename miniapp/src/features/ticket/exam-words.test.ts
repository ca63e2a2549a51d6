import { localDate } from '@jikaotong/shared/kernel';
import { expect, it } from 'vitest';
import { examWords } from './exam-words';

it('says a near day as people do', () => {
  const words = (on: string) => examWords(localDate('2026-12-12'), '09:00', localDate(on));
  expect(words('2026-12-12')).toBe('今天 09:00 考试');
  expect(words('2026-12-11')).toBe('明天 09:00 考试');
  expect(words('2026-12-10')).toBe('后天 09:00 考试');
  expect(words('2026-12-09')).toBe('12月12日 周六 09:00 考试');
});
