import { open } from '../../../platform';
import { Cell } from '../../../ui';

/** The way by which a unit enters its people for a competition in this app, beside what the notice prints. */
export const UnitEntryCell = () => (
  <Cell
    id="go-unit-entry"
    title="单位在技考通报名"
    note="我的 → 单位报名：登记单位，审核通过后在这里办理"
    onTap={() => open('/packages/unit/mine/index')}
  />
);
