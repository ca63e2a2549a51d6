export { InvitationScreen } from './invitation-screen';
export { momentWords } from './moment-words';
export { PasswordScreen } from './password-screen';
export { SecondFactorScreen } from './second-factor-screen';
export { StaffOnly } from './staff-only';
export { useStaff } from './use-staff';
export { useTooLate } from './use-too-late';
export { useUpload } from './use-upload';
