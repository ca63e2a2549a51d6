import { BATCHES_AT_ONCE, BATCH_QUOTA, type RefusalCode } from '../contract';
import { type Sentence, numberIn } from './table';

type BatchRefusal = Extract<
  RefusalCode,
  | 'batch-open'
  | 'batch-too-many'
  | 'batches-at-once'
  | 'batch-over'
  | 'batch-full'
  | 'batch-incomplete'
  | 'checksum-wrong'
>;

/** Why photos of many, sent one by one from a desk, are not taken. */
export const PHOTO_BATCH_REFUSALS: Readonly<Record<BatchRefusal, Sentence>> = {
  'batch-open': '您上次的照片还没有传完，请接着传，或放弃上次的再传新的',
  'batch-too-many': `一次最多传 ${BATCH_QUOTA.photos} 张照片，请分几次上传`,
  'batches-at-once': `本单位已有 ${BATCHES_AT_ONCE} 批照片正在上传，请等其中一批传完，或明天再传`,
  'batch-over': '这批照片已经结束，或超过一天没有传完，传上来的已删除，请重新选照片上传',
  'batch-full': '这批照片太大，已超过一次上传的总量，请分几次上传',
  'batch-incomplete': (data) => `还有 ${numberIn(data, 'left')} 张照片没有传到，请接着传`,
  'checksum-wrong': '这张照片在路上损坏了，请重新传',
};
