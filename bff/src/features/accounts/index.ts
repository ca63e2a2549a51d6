import {
  accountRecord,
  invitationRecord,
  signInRecord,
  smsCodeRecord,
  staffGrantRecord,
  tokenFamilyRecord,
  wrongTriesRecord,
} from './account.record';
import { actorOf } from './actor';
import { routes as meRoutes } from './me.routes';
import { routes as signInRoutes } from './sign-in.routes';

export type { Account } from './account.record';
export { addAccount, findAccount, findOpenid, loadAccount, phoneOf } from './account.repository';
export { hasConsented } from './consent';
export { hashPassword } from './password';
export { forgetSecondFactor } from './second-factor.repository';
export {
  type StaffMember,
  addInvitation,
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
export { phoneIndexOf } from './sms-code.repository';
export { endFamiliesOf } from './token-family.repository';
export { type Question, forgetWrong, noteWrong, waitFor } from './wrong-tries.repository';

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
  ],
  routes: [...signInRoutes, ...meRoutes],
  actorOf,
};
