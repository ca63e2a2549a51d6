export { type Checked, type Keys, checkSignature } from './check-signature';
export { tokenIn } from './signed-token';
export { keptVerificationKeys, verificationKeys } from './verification-keys';
