export { BACKGROUND_SHARE, type BorderShares, THUMBNAIL_WIDTH, type Thumbnail, borderSharesOf, isGrey } from './border';
export {
  type Background,
  PHOTO_FAULTS,
  type PhotoFacts,
  type PhotoFault,
  isGreyInsteadOfColour,
  judgeFrame,
  judgePhoto,
} from './judge-photo';
