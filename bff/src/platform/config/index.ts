export { demonstrationSecrets } from './demonstration-secrets';
export { ensureFolder } from './ensure-folder';
export type { Key, KeyRing } from './keys';
export { type Config, loadConfig } from './load-config';
export { isProduction } from './production';
export { isStartRefused, startRefused } from './start-refused';
