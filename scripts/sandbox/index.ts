export { type Faults } from './faults';
export { type Sandbox, type SandboxOptions, startSandbox } from './server';
export { type SandboxMerchant, type SandboxSecrets, createSandboxSecrets, sandboxSecretsSchema } from './secrets';
