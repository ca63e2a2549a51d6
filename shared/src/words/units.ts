import type { UnitEventCode, UnitField, UnitState } from '../contract';
import { unitTypeWord } from './contest';
import { wordOf } from './table';

export const unitStateWord = wordOf<UnitState>({
  submitted: '待审核',
  returned: '已退回',
  approved: '已通过',
  suspended: '已暂停',
  rejected: '未通过',
});

export const unitFieldWord = wordOf<UnitField>({
  name: '单位名称',
  kind: '单位类型',
  code: '统一社会信用代码',
  address: '地址',
  contactName: '联系人',
  contactPhone: '联系电话',
  proof: '证明材料',
});

export const unitEventWord = wordOf<UnitEventCode>({
  registered: '登记',
  changed: '修改后提交',
  returned: '退回修改',
  approved: '审核通过',
  rejected: '审核不通过',
  suspended: '暂停',
  resumed: '恢复',
  'agent-invited': '邀请经办人',
  'agent-joined': '经办人加入',
  'agent-removed': '经办人退出',
});

/** The titles of the list of units. */
export const UNIT_COLUMNS = {
  name: { title: '单位名称' },
  kind: { title: '类型', code: unitTypeWord.any },
  code: { title: '信用代码' },
  state: { title: '状态', code: unitStateWord.any },
  contested: { title: '代码重复' },
  agents: { title: '经办人' },
  registeredAt: { title: '登记时间' },
  phone: { title: '电话' },
};
