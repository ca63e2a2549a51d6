import type { DocumentType, Origin } from '../notice';
import type { IdentityFault, Sex } from '../rules/identity';
import { dayIn } from './dates';
import { type Data, listIn, looseSentenceOf, textIn, wordOf } from './table';

export const originWord = wordOf<Origin>({
  mainland: '中国大陆',
  'hongkong-macau': '中国香港或澳门',
  taiwan: '中国台湾',
  foreign: '非中国籍',
});

export const documentTypeWord = wordOf<DocumentType>(
  {
    'resident-id': '居民身份证',
    'hongkong-macau-residence-permit': '港澳居民居住证',
    'taiwan-residence-permit': '台湾居民居住证',
    'foreign-permanent-resident-id': '外国人永久居留身份证',
    'hongkong-macau-travel-permit': '港澳居民来往内地通行证',
    'taiwan-travel-permit': '台湾居民来往大陆通行证',
    'hongkong-id': '香港居民身份证',
    'macau-id': '澳门居民身份证',
    passport: '护照',
    'beijing-social-security-card': '北京社保卡',
  },
  '其他证件',
);

export const sexWord = wordOf<Sex>({ male: '男', female: '女' });

const typeIn = (data: Data, key = 'type'): string => {
  const type = textIn(data, key);
  return type === '' ? '证件' : documentTypeWord.any(type);
};

/** What is wrong with an identity document, and what to look at. */
export const identityFaultSentence = looseSentenceOf<IdentityFault['code']>(
  {
    'identity-format': (data) => `${typeIn(data)}号码的位数或格式不对，请对照证件重新填写`,
    'identity-check-digit': (data) => `${typeIn(data)}号码有误，可能有一位输错了，请对照证件核对`,
    'identity-birth-date': (data) => `${typeIn(data)}号码中的出生日期不存在，请对照证件核对`,
    'identity-other-type': (data) => `这个号码像是${typeIn(data, 'looksLike')}，请重新选择证件类型`,
    'identity-not-accepted': (data) => {
      const accepted = listIn(data, 'accepted', documentTypeWord.any);
      return `本通知不接受这种证件${accepted === '' ? '' : `，请使用${accepted}`}`;
    },
    'identity-name-form': '姓名只能填写汉字或外文字母，请与证件保持一致',
    'identity-name-mismatch': '姓名与证件上的不一致，请核对',
    'identity-birth-mismatch': (data) =>
      `出生日期与证件不一致，证件上是${dayIn(data, 'onDocument', '另一个日期')}，请核对`,
    'identity-sex-mismatch': '性别与证件号码不一致，请核对',
    'identity-expired': (data) =>
      data['on'] === 'exam'
        ? `证件${dayIn(data, 'validUntil')}到期，考试当天已经失效，请换用有效期内的证件`
        : `证件已于${dayIn(data, 'validUntil')}到期，请换用有效期内的证件`,
  },
  '证件信息有误，请对照证件核对',
);
