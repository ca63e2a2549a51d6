export { BanListScreen } from './ban-list-screen';
export { BanScreen } from './ban-screen';
export { BreachListScreen } from './breach-list-screen';
export { ConductRulesScreen } from './conduct-rules-screen';
export { JudgeBreachScreen } from './judge-breach-screen';
export { NameItemScreen } from './name-item-screen';
export { OpenBreachScreen } from './open-breach-screen';
