import { identityFaultSentence } from '@jikaotong/shared/words';
import type { FieldFault, IdentityField } from './identity-form';

/** What each field is called, and what to do where it is empty. */
export const IDENTITY_WORDS: Readonly<Record<IdentityField, { readonly label: string; readonly blank: string }>> = {
  origin: { label: '国籍或地区', blank: '请选择国籍或地区' },
  documentType: { label: '证件类型', blank: '请选择证件类型' },
  documentNumber: { label: '证件号码', blank: '请填写证件号码' },
  name: { label: '姓名', blank: '请填写姓名' },
  birthDate: { label: '出生日期', blank: '请选择出生日期' },
  sex: { label: '性别', blank: '请选择性别' },
  documentExpiresOn: { label: '证件有效期', blank: '请选择有效期截止日，或勾选长期有效' },
  phone: { label: '手机号', blank: '请填写手机号' },
};

/** What is wrong with a field, in words. */
export function faultWords(field: IdentityField, fault: FieldFault): string {
  if (fault.code === 'blank') return IDENTITY_WORDS[field].blank;
  if (fault.code === 'phone-form') return '请填写 11 位手机号';
  return identityFaultSentence(fault.code, fault.data);
}
