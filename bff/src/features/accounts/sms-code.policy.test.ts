import { describe, expect, it } from 'vitest';
import { CODE_MS, CODE_TRIES, RESEND_MS, judgeCode, waitMsOf } from './sms-code.policy';

const sentAt = 5_000_000;
const live = { codeHash: 'right', sentAt, expiresAt: sentAt + CODE_MS, triesLeft: CODE_TRIES };

describe('SMS codes', () => {
  it('are sent again after a minute', () => {
    expect(waitMsOf(null, sentAt)).toBe(0);
    expect(waitMsOf(live, sentAt + RESEND_MS - 1)).toBe(1);
    expect(waitMsOf(live, sentAt + RESEND_MS)).toBe(0);
  });

  it('hold for five minutes of the wall clock', () => {
    expect(judgeCode(live, 'right', live.expiresAt - 1)).toBe('right');
    expect(judgeCode(live, 'right', live.expiresAt)).toBe('code-expired');
    expect(judgeCode(null, 'right', sentAt)).toBe('code-expired');
  });

  it('allow so many tries', () => {
    expect(judgeCode(live, 'wrong', sentAt)).toBe('code-wrong');
    expect(judgeCode({ ...live, triesLeft: 1 }, 'right', sentAt)).toBe('right');
    expect(judgeCode({ ...live, triesLeft: 0 }, 'right', sentAt)).toBe('code-expired');
  });
});
