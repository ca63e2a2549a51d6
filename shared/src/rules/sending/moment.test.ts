import { expect, it } from 'vitest';
import { momentOf } from './moment';

it('turns an instant of a phone into ours by what passed since, within what there was to record', () => {
  // the phone is an hour ahead
  const at = momentOf({ nowMs: 10_000_000, sentAtMs: 13_600_000, notBeforeMs: 8_000_000 });
  expect(at(13_600_000 - 5_000)).toBe(9_995_000);
  expect(at(13_700_000)).toBe(10_000_000);
  // a clock that was set meanwhile, or a phone that says anything
  expect(at(0)).toBe(8_000_000);
  expect(momentOf({ nowMs: 10_000_000, sentAtMs: 1.9e12, notBeforeMs: 8_000_000 })(0)).toBe(8_000_000);
  expect(momentOf({ nowMs: 10_000_000, sentAtMs: 1.9e12, notBeforeMs: 11_000_000 })(0)).toBe(10_000_000);
});
