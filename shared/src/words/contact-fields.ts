import type { ContactField } from '../contract';
import { wordOf } from './table';

/** What a candidate may tell besides the identity: on the form, for the reviewer and in print. */
export const contactFieldWord = wordOf<ContactField>({ employer: '工作单位', address: '通信地址' });

/** What stands in the empty field: how it is told, or what for. */
export const contactFieldHint = wordOf<ContactField>({ employer: '单位全称', address: '邮寄证书时使用' });
