export { type GroupRule, groupsApply, mayApplyAsGroup } from './groups-apply';
export { type PhotoMatch, matchPhotos } from './match-photos';
export { type PackageTitle, packageTitleOf } from './package-title';
export { isUnitCode } from './unit-code';
