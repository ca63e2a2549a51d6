export { type GroupRule, groupsApply, mayApplyAsGroup } from './groups-apply';
export { isUnitCode } from './unit-code';
