import type { SlipView } from '@jikaotong/shared/contract';
import { localDate } from '@jikaotong/shared/kernel';
import { expect, it } from 'vitest';
import { slipOutOf } from './slip-out';

const slip = (state: SlipView['state']): SlipView => ({
  applicationId: 'a1',
  state,
  code: 'ABCD2345',
  link: null,
  candidateName: '王建国',
  noticeTitle: '通知',
  bodyName: '协会',
  sessionName: '8月批次',
  offering: { code: 'security-manager-3', occupation: '保卫管理员', workType: null, level: 3 },
  bring: [],
  photoPrint: null,
  counter: {
    address: '天宝路879号C楼2楼',
    hours: [],
    source: { assumed: 'a test' },
    now: { state: 'closed', next: null },
    opens: null,
    closes: localDate('2025-07-15'),
    days: [],
    lastDay: localDate('2025-07-11'),
  },
  note: null,
  createdAt: 0,
  confirmedAt: null,
});

it('a slip that waits says where it goes and until which day the counter is open', () => {
  const out = slipOutOf(slip('waiting'));
  expect(out?.next).toMatchObject({ path: '/packages/apply/slip/index', until: '2025-07-11' });
  expect(out?.now).toContain('天宝路879号C楼2楼');
});

it.each(['sent-back', 'confirmed', 'ended'] as const)('one that is %s is out no more', (state) =>
  expect(slipOutOf(slip(state))).toBeNull(),
);
