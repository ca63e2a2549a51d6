import { describe, expect, it } from 'vitest';
import { type Trouble, troubleOf } from './trouble';

const told: readonly [Trouble, object][] = [
  ['left', { errMsg: 'chooseMedia:fail cancel' }],
  ['left', { errMsg: 'requestPayment:fail cancel' }],
  ['left', { errMsg: 'getPhoneNumber:fail user deny' }],
  ['refused', { errMsg: 'scanCode:fail auth deny' }],
  ['refused', { errMsg: 'addPhoneCalendar:fail auth denied' }],
  ['refused', { errMsg: 'chooseMedia:fail authorize no response' }],
  ['refused-by-phone', { errMsg: 'chooseMedia:fail system permission denied' }],
  ['privacy-refused', { errMsg: 'chooseMedia:fail privacy permission is not authorized', errno: 104 }],
  ['privacy-refused', { errMsg: 'setClipboardData:fail', errno: 104 }],
  ['not-declared', { errMsg: 'chooseMedia:fail api scope is not declared in the privacy agreement', errno: 112 }],
  ['failed', { errMsg: 'requestPayment:fail no permission' }],
  ['failed', { errMsg: 'chooseMedia:fail' }],
  ['failed', { errMsg: 'getPhoneNumber:fail jsapi has no permission', errno: 1400001 }],
  ['failed', new Error('out of memory')],
];

describe('what a failed call of WeChat means', () => {
  it.each(told)('%s: %o', (trouble, error) => {
    expect(troubleOf(error)).toBe(trouble);
  });
});
