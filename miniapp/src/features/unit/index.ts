export { JoinUnitScreen } from './join-unit-screen';
export { JudgeUnitScreen } from './judge-unit-screen';
export { RegisterScreen } from './register-screen';
export { UnitScreen } from './unit-screen';
export { UnitsMineScreen } from './units-mine-screen';
export { UnitsScreen } from './units-screen';
