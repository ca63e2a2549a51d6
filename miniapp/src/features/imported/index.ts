export { ImportScreen } from './import-screen';
export { ImportedListScreen } from './imported-list-screen';
