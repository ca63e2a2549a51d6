export { type RefusedTemplates, askForMessages, readRefusedTemplates } from './ask-messages';
export { type CallOptions, call, newKey } from './call';
export { type Command, isOutdated, useCommand, useSending } from './commands';
export { copyPage } from './copy-page';
export { copy, dial, openLink } from './device';
export { confirm, toast } from './dialogs';
export { type FileKind, openFile, savePicture } from './download';
export { entryParams, paramsOfLink } from './entry';
export { IN_WECHAT, SAYS_DEMONSTRATION } from './environment';
export { fileAddress } from './file-address';
export { bytesOf, chooseDocument, chooseFile } from './files';
export { type Handwriting, newHandwriting } from './handwriting';
export { useLargeType } from './large-type';
export { type LocalFile, type LocalImage } from './local-file';
export { back, backOr, open, openTab, replace, setTitle, useIsTab, useOnShow, usePageParams } from './navigation';
export { isKnownMessage, knownRefusal } from './newer';
export { prepareOffline } from './offline';
export { keepInAddress } from './page-address';
export { type Pages, useEveryPage, usePages } from './pages';
export { ATTEMPTS, type Prepared, pay, payReturnUrl } from './pay';
export { PhotoCanvas, choosePhoto, fitPhoto, thumbnailOf } from './photo';
export {
  type PhoneEvent,
  type PhoneEventAnswer,
  WRITES_PHONE_CALENDAR,
  addToPhoneCalendar,
  openPermissions,
} from './phone-calendar';
export { type Frame, type NoFit, type PhotoSize, searchSize } from './photo-size';
export { HAS_PRIVACY_CONTRACT, agreesToPrivacyGuide, openPrivacyContract } from './privacy-contract';
export { publicAddress } from './public-address';
export { type PartlyRead, partlyRead } from './partly-read';
export { type Answer, queryClient, refreshScreens, reloadScreens, showAnswer, useAnswer } from './queries';
export { type Refusal, type Reply } from './reply';
export { useShare } from './share';
export { steadyLink } from './steady-link';
export { CAN_SCAN, prepareScan, scan } from './scan';
export { scrollIntoSight, scrollTo, scrollToFault, scrollToRefusal } from './scroll';
export { type CallArgs } from './send';
export { useSignIn } from './sign-in-hooks';
export { SigningSheet, pictureOf } from './signing-sheet';
export {
  type SignInState,
  dropSignIn,
  holdSignIn,
  onSignInChange,
  renewSignIn,
  signInState,
  signOut,
  updateAccount,
} from './signed-in';
export { tellTrouble } from './tell-trouble';
export {
  DOOR_NAMES,
  JUDGE_LISTS,
  UNSAVED_DRAFTS,
  forget,
  forgetListed,
  hasListed,
  keep,
  keepListed,
  listedIn,
  readKept,
} from './storage';
export { leaveTabLinksAlone } from './tab-links';
export { upload } from './upload';
export { offerUpdates } from './updates';
export { viewFile } from './view-file';
export { wechatCode } from './wechat-sign-in';
