export { demonstrationSecrets } from './demonstration-secrets';
export type { Key, KeyRing } from './keys';
export { type Config, loadConfig } from './load-config';
export { isProduction } from './production';
export { isStartRefused, startRefused } from './start-refused';
