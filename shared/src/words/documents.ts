import type { EARLIER_FIELDS } from '../contract';
import type { KnownDocument, Provision } from '../rules/documents';
import { looseWordOf, wordOf } from './table';

const UNKNOWN = '其他材料';

/** The plain name of a paper; the notice's own words stand beside it on screen. */
export const documentWord = looseWordOf<KnownDocument>(
  {
    'application-form': '申报表',
    'work-commitment-letter': '工作承诺书',
    'work-experience-letter': '工作经历承诺书',
    'education-letter': '学历承诺书',
    'certificate-original-or-number': '职业资格（技能等级）证书或证书编号',
    diploma: '毕业证书',
    'chsi-code': '学信网在线验证码',
    'paper-authentication': '线下学历认证证书',
  },
  UNKNOWN,
);

/** The same of one that may be known to its notice only: then as the notice prints it. */
export const paperWord = (document: string, printed: string | null | undefined): string => {
  const word = documentWord(document);
  return word === UNKNOWN ? (printed ?? UNKNOWN) : word;
};

/** How a paper comes in. */
export const provisionWord = wordOf<Provision>({
  generated: '系统按您填写的内容生成',
  upload: '拍照上传',
  number: '填写编号或验证码',
});

/** The parts of an application that a reviewer points at, and what else an earlier word was about. */
export const remarkFieldWord = wordOf<(typeof EARLIER_FIELDS)[number]>({
  name: '姓名',
  documentNumber: '证件号码',
  documentExpiresOn: '证件有效期',
  birthDate: '出生日期',
  phone: '手机号',
  photo: '照片',
  facts: '工作和学历情况',
  route: '报名条件',
  documents: '报名材料',
  signature: '签名',
  approval: '撤回通过',
});

/** What of an application was sent back, and why. */
export const remarkSentence = ({ field, text }: { readonly field: string; readonly text: string }): string =>
  `退回：${remarkFieldWord.any(field)}，${text}`;
