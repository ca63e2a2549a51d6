import { fullDayWords } from './dates';
import { isLocalDate } from '../kernel';

/** Whoever has entered a competition does so again, or `claims` what a unit entered: `open`, `closed` says whether one can still step back. */
export function ownEntrySentence({ claims, closesOn }: Readonly<Record<string, unknown>>): string {
  if (claims === 'closed')
    return '您自己也报了这项竞赛，一人只留一份；报名已经截止，不能自己撤回，请打通知上的电话，由主办机构退掉多的一份';
  if (claims !== 'open') return '您已报名这项竞赛，请到“我的报名”查看或修改';
  const until = typeof closesOn === 'string' && isLocalDate(closesOn) ? `（${fullDayWords(closesOn)}前，含当日）` : '';
  return `您自己也报了这项竞赛，一人只留一份。要用单位报的，先撤回自己的那份${until}，再来认领；要用自己的，请单位把您从名单里去掉`;
}
