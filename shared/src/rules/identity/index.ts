export { type CitizenNumberFault, type Sex, citizenCheckDigit } from './citizen-number';
export {
  type IdentityNumber,
  type IdentityNumberFault,
  identityKeyOf,
  normaliseNumber,
  parseIdentityNumber,
} from './identity-document';
export {
  type IdentityContext,
  type IdentityFault,
  type PresentedIdentity,
  acceptedTypes,
  judgeIdentity,
} from './judge-identity';
export { maskName, maskNumber, maskPhone } from './mask';
export { tidyName as normaliseName } from '../../kernel';
export { isName } from './name';
export { looksLikeTrial } from './trial-name';
export {
  type ToldIdentity,
  MOBILE_NUMBER,
  NO_END,
  completedByNumber,
  endOf,
  judgeToldIdentity,
  missingDetails,
} from './told-identity';
export { originOfDocument } from './origin-of-document';
