import { describe, expect, it } from 'vitest';
import { paymentText } from './payment-text';

const blockchain = { offerings: 1, first: '区块链应用操作员中级' };

describe('what stands at the cashier', () => {
  it('says what one pays for oneself', () => {
    expect(paymentText({ unitName: null, people: 1, ...blockchain })).toBe('区块链应用操作员中级 考试费');
  });

  it('names the unit, how many it pays for and what', () => {
    expect(paymentText({ unitName: '某培训学校', people: 32, ...blockchain })).toBe(
      '某培训学校 区块链应用操作员中级 32人考试费',
    );
    expect(paymentText({ unitName: '某培训学校', people: 32, offerings: 2, first: '甲' })).toBe(
      '某培训学校 2个项目 32人考试费',
    );
    expect(paymentText({ unitName: null, people: 2, ...blockchain })).toBe('区块链应用操作员中级 2人考试费');
  });

  it.each(['北京市朝阳区职业技能培训中心有限责任公司第一分公司培训学校', '校'.repeat(80)])(
    'is never over 127 bytes, and keeps number and fee whole: %s',
    (unitName) => {
      const text = paymentText({ unitName, people: 300, ...blockchain, first: '安全防范系统安装维护员三级/高级工' });
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(127);
      expect(text).toMatch(/ 300人考试费$/);
    },
  );
});
