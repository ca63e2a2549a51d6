import type { SheetImportView } from '../contract';
import { IMPORTED_PROBLEMS } from './imported-records';
import { type Data, looseSentenceOf, textIn, wordOf } from './table';

/** What is wrong in one cell, row or tab of a sheet that was sent, and what to do about it. */
export const cellProblemSentence = looseSentenceOf(
  {
    // any sheet
    'column-missing': '缺少这一列，请使用下载的模板',
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
    // scores
    'not-a-score': (data) =>
      `“${textIn(data, 'value')}”不是成绩，请填 0 到 100，最多两位小数，或填缺考、作弊、免考、取消`,
    'ticket-unknown': (data) => `准考证号“${textIn(data, 'value')}”不在本批次中`,
    'ticket-twice': '同一准考证号出现了两次',
    'differs-from-first': '与先登的不一致',
    'first-missing': '先登的里没有这个成绩',
    'own-mark': '这个成绩是您自己登的，要由另一人来登',
    'name-mismatch': '姓名与准考证号对不上',
    'subject-not-taken': '这名考生不考这一科，请留空',
    'no-kept-pass': '这名考生没有这一科的保留成绩，不能免考',
    'absent-at-door': (data) =>
      `考场记录这名考生缺考，表里却是${textIn(data, 'value')}；请填“缺考”，或请考务员先在“现场进度”里更正`,
    // marks of a stage
    'not-points': (data) => `“${textIn(data, 'value')}”不是成绩，请填 0 到 100，最多两位小数`,
    'entrant-unknown': (data) => `参赛号“${textIn(data, 'value')}”不在名单里`,
    'entrant-twice': '同一参赛号出现了两次',
    'entrant-name-mismatch': '姓名与参赛号对不上',
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
    'document-twice': '同一证件出现了两次',
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

const FILE_REFUSALS: ReadonlyMap<string, string> = new Map([
  ['not-a-workbook', '这不是表格文件，或文件已损坏；请上传 Excel 工作簿（.xlsx）或 CSV 文件'],
  ['old-format', '这是旧格式的 Excel 文件（.xls），请打开后另存为“Excel 工作簿（.xlsx）”再上传'],
  ['other-format', '这是其他软件的表格，请打开后另存为“Excel 工作簿（.xlsx）”再上传'],
  ['web-page', '这是网页格式的表格，请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”再上传'],
  ['archive', '这是压缩包，请解压后上传里面的表格'],
  ['not-an-archive', '这不是 ZIP 压缩包，或已损坏；RAR、7z 请解压后重新压缩成 ZIP 再上传'],
  ['no-pictures', '压缩包里没有照片，请放入 jpg 或 png 格式的照片再压缩'],
  ['pictures-too-large', '压缩包里的照片太大：单张不超过 10 MB，合计不超过 60 MB，请分成几个压缩包上传'],
  ['archive-encrypted', '压缩包设有密码，请取消密码，重新压缩成 ZIP 再上传'],
  ['no-sheet', '压缩包里没有名单，请把填好的名单（.xlsx）和照片一起压缩再上传'],
  ['sheets-twice', '压缩包里有几个都像名单的表格，请只留一个再压缩'],
  ['too-many-files', '压缩包里的文件太多，一次最多 1000 个，请分成几个压缩包上传'],
  ['encrypted', '这个表格设有打开密码，请取消密码后再上传'],
  ['too-large', '表格展开后太大，请把要导入的行复制到下载的模板里，再上传'],
  ['too-many-entries', '表格里的附件太多，请把要导入的行复制到下载的模板里，再上传'],
  ['too-many-rows', '一次最多导入 20000 行，请分成几个文件上传'],
  ['too-heavy', '表格里有大片的格式或公式，读取太慢，请把要导入的行复制到下载的模板里，再上传'],
  ['busy', '正在读取的表格太多，请过一会儿再上传'],
  ['damaged', '文件已损坏，打不开，请换一个文件'],
  ['too-many-pixels', '图片像素太多（超过 4000 万），请把相机调低一档，或用截图、微信发送后再选'],
  ['heic', '这是苹果手机的 HEIC 照片，请在“设置—相机—格式”里选“兼容性最佳”再拍，或把照片截图后上传'],
  ['two-in-one', '这个文件里混有别的内容，请重新扫描或另存后再上传'],
  ['not-yours', '这个文件不是您上传的，请重新上传'],
  ['unsupported-type', '文件格式不支持，请换一个文件'],
]);

/** Why a file was refused as a whole. */
export const fileRefusedSentence = (data: Data): string =>
  FILE_REFUSALS.get(textIn(data, 'reason')) ?? '文件打不开或格式不对，请换一个文件';

export const sheetImportStateWord = wordOf<SheetImportView['state']>({
  refused: '有误，没有导入',
  preview: '等待确认',
  applying: '正在导入',
  done: '已导入',
  cancelled: '已取消',
});
