import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assumptionWords } from './assumption-words';
import { sourceWords } from './windows';

const notices = join(import.meta.dirname, '../../notices');
/** Every reason that a notice gives, by its text alone. */
const reasons = readdirSync(notices)
  .filter((file) => file.endsWith('.yaml'))
  .flatMap((file) => [...readFileSync(join(notices, file), 'utf8').matchAll(/assumed: '?([^}'\n]+?)'?,? *[}\n]/g)])
  .map((found) => found[1] ?? '');

/** What only the people behind the counter say. */
const BACK_OFFICE = /推定|没有印|未印|印明|只印|空页|未见原文|封闭名单|由(协会|商会)确认|填写$|疑有/;

describe('the reason of an assumption, as a candidate reads it', () => {
  it('says how it is handled, and not what somebody missed in the print', () => {
    expect(assumptionWords('通知没有印报名时间：由工作人员按批次填写')).toBe('以每个批次公布的为准');
    expect(assumptionWords('通知没有印身份证件要求：大陆选手用居民身份证，由协会确认')).toBe('大陆选手用居民身份证');
    expect(assumptionWords('专科的相关专业没有印“等”字，按封闭名单处理；名单外由工作人员审核')).toBe(
      '名单外由工作人员审核',
    );
    expect(assumptionWords('附件1为空页；一级（1）按通行的国家标准条件补入，未见原文，由协会确认')).toBe(
      '一级（1）按通行的国家标准条件',
    );
    expect(assumptionWords('公布当日不计，从次日起算七天')).toBe('公布当日不计，从次日起算七天');
    expect(assumptionWords('通知没有印重新申报会放弃已合格科目')).toBe('');
  });

  it('talks of no back office, whichever notice it is', () => {
    expect(reasons.length).toBeGreaterThan(80);
    expect(reasons.map(assumptionWords).filter((words) => BACK_OFFICE.test(words))).toEqual([]);
  });

  it('stands in the line that says where something comes from', () => {
    expect(sourceWords({ assumed: '通知没有印报名费：报名后审核，不需缴费' })).toBe(
      '通知没有写明：报名后审核，不需缴费',
    );
    expect(sourceWords({ assumed: '通知没有印明日期' })).toBe('通知没有写明');
  });
});
