import type { ChangeGroup } from '../rules/changes';
import { yuanIn } from './money';
import { type Data, listIn, numberIn, textIn, wordOf } from './table';
import { verdictWord } from './verdicts';

/** What changed, as a candidate calls it. */
export const changeGroupWord = wordOf<ChangeGroup>({
  offerings: '开设的项目',
  conditions: '报考条件',
  documents: '需要的材料',
  fees: '费用和缴费',
  windows: '时间安排',
  identity: '证件和照片',
  exam: '准考证和考场要求',
  results: '成绩、补考和证书',
  contest: '竞赛安排和奖励',
  contacts: '办理方式和联系方式',
  other: '其他内容',
});

/** `第 2 版`. */
export const versionWords = (version: number): string => `第 ${version} 版`;

/** Data keys: title, version, standing, holds, stays (groups with commas), feeBefore, feeAfter, verdictBefore, verdictAfter. */
export function noticeChanged(data: Data): string {
  const standing = textIn(data, 'standing');
  const groups = (key: string) =>
    listIn({ list: textIn(data, key).split(',').filter(Boolean) }, 'list', changeGroupWord.any);
  const [holds, stays] = [groups('holds'), groups('stays')];
  const head = `“${textIn(data, 'title')}”已更新为${versionWords(numberIn(data, 'version'))}。`;
  const fee =
    data['feeAfter'] === undefined ? '' : `费用由${yuanIn(data, 'feeBefore')}改为${yuanIn(data, 'feeAfter')}。`;
  const verdict =
    data['verdictAfter'] === undefined
      ? ''
      : `按您填写的情况，原来${verdictWord.any(textIn(data, 'verdictBefore'))}，现在${verdictWord.any(textIn(data, 'verdictAfter'))}。`;
  if (standing === 'draft') return `${head}您还没有提交，按新版办理，有变化的是：${holds}。${fee}${verdict}`;
  if (standing === 'follower') return `${head}${holds === '' ? '' : `有变化的是：${holds}。`}`;
  const kept =
    stays === ''
      ? ''
      : standing === 'entry'
        ? `${stays}也有变化，您已经报名，仍按报名时的规定，不受影响。`
        : `${stays}也有变化，您已经提交，仍按提交时的规定和金额办理，不受影响。`;
  return `${head}${holds === '' ? '' : `与您有关的变化：${holds}。`}${kept}`;
}
