export { ACCESS_TOKEN_MS, type Access } from './access-token';
export { type Crypto, type Place, cryptoOf, isSameSecret, randomCode, randomToken, sha256 } from './crypto';
export type { SignedTokens } from './signed-token';
