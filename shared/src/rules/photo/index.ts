export { BACKGROUND_SHARE, type BorderShares, THUMBNAIL_WIDTH, type Thumbnail, borderSharesOf } from './border';
export { type Background, PHOTO_FAULTS, type PhotoFacts, type PhotoFault, judgeFrame, judgePhoto } from './judge-photo';
