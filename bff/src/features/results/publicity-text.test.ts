import { describe, expect, it } from 'vitest';
import { localDate } from '@jikaotong/shared/kernel';
import type { PublicLine } from './publicity';
import { publicityText } from './publicity-text';

const line = (change: Partial<PublicLine>): PublicLine => ({
  ticketNumber: '2026121250001',
  nameMasked: '张*',
  offering: { code: 'installer-5', occupation: '安全防范系统安装维护员', workType: null, level: 5 },
  subjects: [],
  passed: false,
  pending: false,
  ...change,
});
const offerings = [{ code: 'installer-5', closes: localDate('2026-12-23') }];

describe('the public list as it is pasted', () => {
  it('takes no mark of a page from a name', () => {
    const { html } = publicityText({
      sessionName: '批次<1>',
      offerings,
      lines: [line({ nameMasked: '<b>*"&' })],
    });
    expect(html).toContain('&lt;b&gt;*&quot;&amp;');
    expect(html).toContain('批次&lt;1&gt;成绩公示');
    expect(html).not.toContain('<b>');
  });

  it('has a table an offering that has people, and none else', () => {
    const { text, html } = publicityText({
      sessionName: '批次',
      offerings: [...offerings, { code: 'security-manager-3', closes: localDate('2026-12-24') }],
      lines: [line({}), line({ ticketNumber: '2026121250002', pending: true })],
    });
    expect(html.match(/<table/g)).toHaveLength(1);
    expect(html.match(/<tr>/g)).toHaveLength(3);
    expect(text.split('\n')[1]).toContain('12月24日');
  });
});
