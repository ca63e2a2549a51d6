export { demonstrationSecrets } from './demonstration-secrets';
export type { Key, KeyRing } from './keys';
export { type Config, isProduction, loadConfig } from './load-config';
export { isStartRefused, startRefused } from './start-refused';
