import { auditList } from '@jikaotong/shared/lists';
import { serveList } from '../../platform/lists';
import {
  accountRecord,
  invitationRecord,
  signInRecord,
  smsCodeRecord,
  staffGrantRecord,
  staffMemberRecord,
  tokenFamilyRecord,
  wrongTriesRecord,
} from './account.record';
import { actorOf } from './actor';
import { auditSource } from './audit-list.repository';
import { routes as codeRoutes } from './code.routes';
import { routes as meRoutes } from './me.routes';
import { routes as ownSignInRoutes } from './own-sign-in.routes';
import { routes as signInRoutes } from './sign-in.routes';
import { bodiesOfStaff } from './staff.repository';
import { heldHere } from './held';

export { staffActor } from './actor';
export type { Account } from './account.record';
export { findAccount, findOpenid, loadAccount, phoneOf, setTextMessagesOff } from './account.repository';
export { presentOwnAccount } from './account.presenter';
export { hasConsented, takeConsentBack } from './consent';
export { hashPassword } from './password';
export { forgetSecondFactor, wasResetBy } from './second-factor.repository';
export {
  type StaffMember,
  addInvitation,
  dropInvitations,
  addStaff,
  findStaff,
  grantsOf,
  invitationPath,
  listStaffOf,
  removeStaffMember,
  setDisabled,
  setPasswordHash,
  setRoles,
} from './staff.repository';
export { staffSource } from './staff-list.repository';
export { staffNamesOf } from './staff-names';
export { takePhoneCode } from './code.routes';
export { afterCommit } from './sign-in';
export { phoneIndexOf } from './phone-index';
export { refuseOtherPhone } from './other-phone';
export { endFamiliesOf } from './token-family.repository';
export { type TriedSecret, forgetOverTries, forgetWrong, noteWrong, waitFor } from './wrong-tries.repository';

export const feature = {
  name: 'accounts',
  records: [
    accountRecord,
    signInRecord,
    tokenFamilyRecord,
    smsCodeRecord,
    wrongTriesRecord,
    invitationRecord,
    staffGrantRecord,
    staffMemberRecord,
  ],
  held: heldHere,
  routes: [
    ...signInRoutes,
    ...ownSignInRoutes,
    ...codeRoutes,
    ...meRoutes,
    ...serveList(auditList, auditSource).routes,
  ],
  bodyOf: { accountId: bodiesOfStaff },
  actorOf,
};
