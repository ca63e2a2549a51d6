import { type Data, textIn } from './table';

const FILE_REFUSALS: ReadonlyMap<string, string> = new Map([
  ['not-a-workbook', '这不是表格文件，或文件已损坏；请上传 Excel 工作簿（.xlsx）或 CSV 文件'],
  ['old-format', '这是旧格式的 Excel 文件（.xls），请打开后另存为“Excel 工作簿（.xlsx）”再上传'],
  ['other-format', '这是其他软件的表格，请打开后另存为“Excel 工作簿（.xlsx）”再上传'],
  ['web-page', '这是网页格式的表格，请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”再上传'],
  ['archive', '这是压缩包，请解压后上传里面的表格'],
  ['not-an-archive', '这不是 ZIP 压缩包，或已损坏；RAR、7z 请解压后重新压缩成 ZIP 再上传'],
  ['no-pictures', '压缩包里没有照片，请放入 jpg 或 png 格式的照片再压缩'],
  ['pictures-too-large', '压缩包里的照片太大：单张不超过 10 MB，合计不超过 60 MB，请分成几个压缩包上传'],
  ['archive-too-large', '压缩包超过 4 GB，请分成几个上传，或直接选照片'],
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
  ['too-many-pages', '一份最多 400 页，请分成几份上传'],
  ['too-many-pixels', '图片像素太多（超过 4000 万），请把相机调低一档，或用截图、微信发送后再选'],
  ['heic', '这是苹果手机的 HEIC 照片，请在“设置—相机—格式”里选“兼容性最佳”再拍，或把照片截图后上传'],
  ['two-in-one', '这个文件里混有别的内容，请重新扫描或另存后再上传'],
  ['not-yours', '这个文件不是您上传的，请重新上传'],
  ['unsupported-type', '文件格式不支持，请换一个文件'],
]);

/** Why a file was refused as a whole. */
export const fileRefusedSentence = (data: Data): string =>
  FILE_REFUSALS.get(textIn(data, 'reason')) ?? '文件打不开或格式不对，请换一个文件';
