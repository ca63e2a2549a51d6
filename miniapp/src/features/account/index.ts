export { ClaimPage } from './claim-page';
export { ConsentSheet, useConsent } from './consent-sheet';
export { MeScreen } from './me-screen';
export { PhoneScreen } from './phone-screen';
export { REFRESH_TOKEN_PLACE, signInWithWechat } from './sign-in';
export { SignInGate } from './sign-in-gate';
export { SignInScreen } from './sign-in-screen';
export { SignInsScreen } from './sign-ins-screen';
export { leave } from './leave';
