export { ACCESS_TOKEN_MS, type Access } from './access-token';
export {
  type Crypto,
  type Place,
  type Sealed,
  cryptoOf,
  isSameSecret,
  openJson,
  randomCode,
  randomToken,
  sealJson,
  sha256,
} from './crypto';
export type { SignedTokens } from './signed-token';
export { wordsIn } from './words';
