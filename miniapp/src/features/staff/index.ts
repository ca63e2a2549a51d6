export { Chips, Phrases } from './chips';
export { InvitationScreen } from './invitation-screen';
export { JudgedRoute } from './judged-route';
export { momentWords } from './moment-words';
export { More } from './more';
export { SecondFactorScreen } from './second-factor-screen';
export { StaffOnly } from './staff-only';
export { useStaff } from './use-staff';
export { useUpload } from './use-upload';
