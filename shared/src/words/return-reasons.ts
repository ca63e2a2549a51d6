import type { ReturnReason, SHARED_TRAITS } from '../contract';
import { wordOf } from './table';

/** What the candidate is told to mend, as a remark. */
export const returnReasonWord = wordOf<ReturnReason>({
  'photo-recent': '请用近期正面免冠证件照',
  'photo-not-front': '请正面拍摄，露出五官，不戴帽子和墨镜',
  'photo-other-person': '照片不是本人，请重新上传',
  'photo-blurred': '照片模糊，请重新拍摄',
  'photo-background': '照片底色不符合要求，请按要求重新拍摄',
  'photo-grey': '照片是黑白的，请用彩色照片',
  'name-differs': '姓名与证件不一致，请按证件填写',
  'number-differs': '证件号码与证件不一致，请核对',
  'document-expired': '证件已过期，请换有效证件',
  'jobs-unclear': '工作经历的起止时间请填写准确',
  'diploma-differs': '学历、专业请按毕业证书填写',
  'certificate-differs': '证书编号、等级或日期与证书不一致，请核对',
  'papers-unclear': '材料照片不清楚，请重新上传',
  'papers-lacking': '材料缺页，请补齐',
  'code-expired': '学信网验证码已过期，请重新申请',
  'signature-other': '签名不是本人姓名，请重新签名',
  'signature-unclear': '签名看不清，请重新签名',
});

/** What another application has in common with the one that is looked at. */
export const elsewhereWord = wordOf<(typeof SHARED_TRAITS)[number]>({
  portrait: '照片是同一张',
  namesake: '姓名和出生日期相同',
  number: '证件号码相同',
  phone: '手机号相同',
});
