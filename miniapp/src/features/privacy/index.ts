export { ClosingScreen } from './closing-screen';
export { DataScreen } from './data-screen';
export { EraseScreen } from './erase-screen';
export { HelpScreen } from './help-screen';
export { RulesScreen } from './rules-screen';
