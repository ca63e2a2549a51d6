import { describe, expect, it } from 'vitest';
import { deviceOf } from './device';

describe('what somebody signed in with', () => {
  it.each([
    [
      'wechat',
      'ios',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 MicroMessenger/8.0.50',
    ],
    ['wechat', 'android', 'Mozilla/5.0 (Linux; Android 14) Chrome/116.0 Mobile Safari/537.36 MicroMessenger/8.0.50'],
    ['edge', 'windows', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0'],
    ['chrome', 'mac', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Chrome/130.0.0.0 Safari/537.36'],
    ['safari', 'mac', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 14_0) AppleWebKit/605.1.15 Version/17.0 Safari/605.1.15'],
    ['firefox', 'linux', 'Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0'],
    ['other', 'other', ''],
  ])('%s on %s', (app, system, agent) => expect(deviceOf(agent)).toEqual({ app, system }));
});
