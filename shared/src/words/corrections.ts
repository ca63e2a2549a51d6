import type { CorrectionField, CorrectionState, DocumentReason } from '../contract';
import { contactFieldWord } from './contact-fields';
import { type Data, textIn, wordOf } from './table';

/** What a candidate asks to have put right. */
export const correctionFieldWord = wordOf<CorrectionField>({
  name: '姓名',
  document: '证件',
  phone: '手机号',
  photo: '照片',
  employer: contactFieldWord('employer'),
  address: contactFieldWord('address'),
});

export const correctionStateWord = wordOf<CorrectionState>({
  open: '等待办理',
  accepted: '已更正',
  refused: '未同意',
  withdrawn: '已撤回',
  dropped: '已失效',
});

export const documentReasonWord = wordOf<DocumentReason>({
  mistyped: '原来填错了',
  renewed: '换了新证件',
});

/** The fields that a message names, as `姓名、照片`. */
export const correctionFieldsIn = (data: Data): string =>
  textIn(data, 'fields')
    .split(',')
    .map((field) => correctionFieldWord.any(field))
    .join('、');
