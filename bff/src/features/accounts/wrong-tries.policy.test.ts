import { describe, expect, it } from 'vitest';
import { PASSWORD_LIMIT, afterWrongTry, waitMsAfter } from './wrong-tries.policy';

const { most, withinMs } = PASSWORD_LIMIT;
const now = 5_000_000;
const endsAt = now + withinMs;

describe('wrong tries', () => {
  it('are taken up to the last one, then not until their time is over', () => {
    expect(waitMsAfter(null, PASSWORD_LIMIT, now)).toBe(0);
    expect(waitMsAfter({ count: most - 1, endsAt }, PASSWORD_LIMIT, now)).toBe(0);
    expect(waitMsAfter({ count: most, endsAt }, PASSWORD_LIMIT, now)).toBe(withinMs);
    expect(waitMsAfter({ count: most + 1, endsAt }, PASSWORD_LIMIT, endsAt - 1)).toBe(1);
    expect(waitMsAfter({ count: most, endsAt }, PASSWORD_LIMIT, endsAt)).toBe(0);
  });

  it('count from the first one on, and anew when its time is over', () => {
    expect(afterWrongTry(null, PASSWORD_LIMIT, now)).toEqual({ count: 1, endsAt });
    expect(afterWrongTry({ count: 1, endsAt }, PASSWORD_LIMIT, endsAt - 1)).toEqual({ count: 2, endsAt });
    expect(afterWrongTry({ count: most, endsAt }, PASSWORD_LIMIT, endsAt)).toEqual({
      count: 1,
      endsAt: endsAt + withinMs,
    });
  });
});
