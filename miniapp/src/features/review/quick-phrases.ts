import type { REMARK_FIELDS } from '@jikaotong/shared/contract';

export type RemarkField = (typeof REMARK_FIELDS)[number];

/** What reviewers write most; each can be changed before it is sent. */
export const REMARK_PHRASES: Readonly<Record<RemarkField, readonly string[]>> = {
  name: ['姓名与证件不一致，请按证件填写'],
  documentNumber: ['证件号码与证件不一致，请核对', '证件类型选错了，请重新选择'],
  documentExpiresOn: ['证件已过期，请换有效证件', '证件有效期请按证件填写'],
  birthDate: ['出生日期与证件不一致，请核对'],
  phone: ['手机号打不通，请核对'],
  photo: ['请用近期白底正面免冠照片', '照片不是本人，请重新上传', '照片模糊，请重新拍摄'],
  facts: ['工作经历的起止时间请填写准确', '学历、专业请按毕业证书填写', '证书等级或日期与证书不一致'],
  route: ['所选条件与提交的材料不符，请改选'],
  documents: ['证书照片不清楚，请重新上传', '毕业证书缺页，请补齐', '学信网验证码已过期，请重新申请'],
  signature: ['签名不是本人姓名，请重新签名', '签名看不清，请重新签名'],
};

export const REJECTION_PHRASES: readonly string[] = [
  '不符合所选报名条件，材料不能证明工作年限',
  '所持证书与报名职业不相关',
  '提供的材料不真实',
];

export const APPROVAL_PHRASES: readonly string[] = [
  '已核对学历证明，认定为同等学力',
  '已核对证明材料，属于通知所列人员',
];

export const CORRECTION_PHRASES: readonly string[] = [
  '证明材料看不清，请重新拍摄后再申请',
  '证明材料不能说明要更正的内容',
  '与身份证件不一致',
];
