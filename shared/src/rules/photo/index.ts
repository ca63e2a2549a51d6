export { BACKGROUND_SHARE, type BorderShares, THUMBNAIL_WIDTH, type Thumbnail, borderSharesOf } from './border';
export { type PhotoFacts, type PhotoFault, type PhotoRule, judgePhoto } from './judge-photo';
