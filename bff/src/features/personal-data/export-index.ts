import type { HeldItem, PersonalDataView } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import {
  basisWords,
  fullDayWords,
  heldItemsWords,
  heldKindWord,
  keepWords,
  offeringWords,
} from '@jikaotong/shared/words';
import { escapedHtml } from '../../platform/http';

/** The page that says to a person what the archive holds, and until when each is kept. */
export function exportIndex(
  view: PersonalDataView,
  { on, files }: { on: LocalDate; files: readonly string[] },
): string {
  const parts = [
    section('账号', view.account),
    ...view.enrolments.map(({ noticeTitle, offering, items }) =>
      section(`${noticeTitle}${offering ? ` · ${offeringWords(offering)}` : ''}`, items),
    ),
  ];
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>我的个人信息</title><style>body{font:16px/1.6 sans-serif;max-width:50em;margin:1em auto;padding:0 1em}table{border-collapse:collapse;width:100%}td,th{border:1px solid #999;padding:.3em .5em;text-align:left;vertical-align:top}</style>
<h1>我的个人信息</h1><p>导出日期：${fullDayWords(on)}。全部数据在“数据.json”里，供其他软件读取；您上传的文件和准考证、证书列在最后。</p>
${parts.join('\n')}
<h2>文件</h2><ul>${files.map((name) => `<li><a href="${escapedHtml(name)}">${escapedHtml(name)}</a></li>`).join('')}</ul></html>`;
}

const section = (title: string, items: readonly HeldItem[]): string =>
  `<h2>${escapedHtml(title)}</h2><table><tr><th>内容<th>包括<th>保存到<th>依据</tr>${items
    .map(
      ({ kind, until }) =>
        `<tr><td>${heldKindWord(kind)}<td>${heldItemsWords(kind)}<td>${until ? fullDayWords(until) : keepWords(kind)}<td>${escapedHtml(basisWords(kind))}</tr>`,
    )
    .join('')}</table>`;
