export { AwardDeskScreen } from './award-desk-screen';
export { AwardListScreen } from './award-list-screen';
export { OwnAwardsScreen } from './own-awards-screen';
export { ProtestListScreen, ProtestScreen } from './protest-screens';
export { ShownAwardsScreen } from './shown-awards-screen';
export { UnitAwardsScreen } from './unit-awards-screen';
