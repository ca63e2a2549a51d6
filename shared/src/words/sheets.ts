import type { SheetImportView } from '../contract';
import { IMPORTED_PROBLEMS } from './imported-records';
import { MARK_PROBLEMS } from './mark-problems';
import { TRAINING_PROBLEMS } from './training';
import { looseSentenceOf, textIn, wordOf } from './table';

/** What is wrong in one cell, row or tab of a sheet that was sent, and what to do about it. */
export const cellProblemSentence = looseSentenceOf(
  {
    // any sheet
    'column-missing': '缺少这一列，请使用下载的模板',
    'column-unknown': (data) => `“${textIn(data, 'value')}”这一列还没有对过，请先在“机考文件对应列”里对好，再上传`,
    'column-twice': '这一列出现了两次，请只留一列',
    'column-hidden': '这一列是隐藏的，请取消隐藏，核对后再上传',
    'tab-twice': (data) => `有几个工作表都像要导入的表（${textIn(data, 'value')}），请只留一个`,
    'row-hidden': '这一行被隐藏或筛选掉了，请取消隐藏和筛选，核对后再上传',
    'quote-open': '从这一行起引号没有成对，后面的内容读不准，请检查引号',
    'value-missing': '这一格没有填',
    'not-a-choice': (data) => `“${textIn(data, 'value')}”不在可选的内容里，请对照模板`,
    'not-a-day': (data) => `“${textIn(data, 'value')}”不是日期，请写成 2026-01-31 的样子`,
    'digits-lost': '号码被表格改成了数字，丢了后面的位数，请把该列设为文本，再重新填写',
    'cell-error': '这一格显示为错误，请改成要填的内容',
    'formula-unsaved': '这一格是公式，文件里没有存结果，请改成要填的内容，或用 Excel、WPS 打开后另存一次',
    'merged-cell': '这一格与别的格子合并了，看不出填的是什么，请取消合并，每格分别填写',
    'shown-otherwise': (data) => `这一格显示“${textIn(data, 'value')}”，存的却是另一个数，请把格式设为“常规”，再填一次`,
    'value-long': '内容太长',
    'value-picture': '不能有表情或图案',
    // scores, and marks of a stage
    ...MARK_PROBLEMS,
    ...TRAINING_PROBLEMS,
    // one by one, while a sheet is applied
    'changed-meanwhile': '核对以后有人改过这一条，没有覆盖，请重新上传核对',
    'already-published': '成绩已经发布，没有登记；要更正请走成绩复核',
    // parcels with certificates
    'certificate-unknown': (data) => `证书编号“${textIn(data, 'value')}”不在本批次有效的证书中`,
    'certificate-twice': '同一证书编号出现了两次',
    'certificate-name-mismatch': '姓名与证书编号对不上',
    'parcel-day-wrong': (data) => `“${textIn(data, 'value')}”不能是寄出日期，请填发证以后、今天以前的日期`,
    'parcel-not-asked': '这份证书不是待邮寄的，请核对',
    'parcel-sent-already': (data) => `已登记寄出，快递单号是“${textIn(data, 'value')}”，没有覆盖`,
    // lists of people
    'document-wrong': (data) => `“${textIn(data, 'value')}”不是这种证件的号码`,
    'document-check-digit': '最后一位（校验码）对不上，请核对号码',
    'document-twice': '同一证件出现了两次',
    'document-twice-with': (data) => `与${textIn(data, 'value')}是同一证件，请只留一行`,
    'name-wrong': (data) => `“${textIn(data, 'value')}”不是姓名`,
    'not-as-document': '与证件号码里的不一致',
    'document-expired': '证件在报名或考试时已过期，请更换证件或核对有效期',
    'document-not-accepted': '通知不接受这种证件',
    'days-backwards': '结束日期早于开始日期',
    'agent-gone': '导入的人已不是这个单位的经办人，没有写入',
    'row-claimed': '本人已经认领，要退出请本人办理',
    'wrong-state': '这一行已经交上去，没有改动',
    // packages of units
    'title-count': (data) => `包名写的人数和名单对不上：${textIn(data, 'value')}，请核对后改正包名或名单`,
    'photo-missing': '没有这个人的照片，请用证件号码或姓名命名照片，放进压缩包',
    'photo-wrong': (data) => textIn(data, 'value') || '照片不符合要求',
    'photo-unnamed': (data) =>
      `照片“${textIn(data, 'value')}”：名单里没有这个证件号码或姓名的人，请改文件名，或从压缩包里拿掉`,
    'photo-shared-name': (data) => `照片“${textIn(data, 'value')}”：名单里有同名的人，分不清是谁，请改用证件号码命名`,
    'photo-second': (data) => `照片“${textIn(data, 'value')}”：这个人有两张照片，请只留一张`,
    'checked-by-body': '这一位由协会核对，协会会联系本人',
    'entrant-refused': (data) => textIn(data, 'value') || '不符合参赛条件',
    ...IMPORTED_PROBLEMS,
    'phone-wrong': (data) => `“${textIn(data, 'value')}”不是手机号`,
  },
  '这一格的内容有误',
);

export const sheetImportStateWord = wordOf<SheetImportView['state']>({
  refused: '有误，没有导入',
  preview: '等待确认',
  applying: '正在导入',
  done: '已导入',
  cancelled: '已取消',
});
