import { describe, expect, it } from 'vitest';
import { localDate, timeOfDay } from '../kernel';
import { contestNextWords } from './index';

const stage = (name: string, printed: string | null, on: string | null) => ({
  code: name,
  name,
  printed,
  announced: on === null ? null : { day: localDate(on), startsAt: null, place: '亦庄考点' },
});
const preliminary = (on: string | null) => stage('初赛', '2025年7月下旬', on);
const semiFinal = (on: string | null) => stage('复赛', '2025年8月', on);
const on = (today: string, ...stages: ReturnType<typeof stage>[]) =>
  contestNextWords({ stages }, localDate(today), { phone: true });

describe('what comes next in a competition', () => {
  it('is the stage that has a day, and where', () => {
    expect(on('2025-07-26', preliminary('2025-07-28'), semiFinal(null))).toEqual({
      title: '下一步：初赛',
      text: '7月28日 周一 · 还有2天 亦庄考点',
    });
    expect(on('2025-07-28', preliminary('2025-07-28'), semiFinal(null))?.title).toBe('今天初赛');
  });

  it('is the stage that goes on, to the last day of its plan', () => {
    const hours = (kind: 'theory' | 'skill', day: string) => {
      return { kind, day: localDate(day), startsAt: timeOfDay('09:00'), endsAt: null, place: '二层教室' };
    };
    const plan = [hours('theory', '2025-07-28'), hours('skill', '2025-07-30')];
    const first = {
      ...preliminary('2025-07-28'),
      announced: { day: localDate('2025-07-28'), startsAt: null, place: '亦庄考点', plan },
    };
    const seen = (today: string) => contestNextWords({ stages: [first, semiFinal(null)] }, localDate(today));
    expect(seen('2025-07-28')?.title).toBe('今天初赛');
    expect(seen('2025-07-29')).toEqual({ title: '正在进行：初赛', text: '技能操作 7月30日 09:00 二层教室' });
    expect(seen('2025-07-30')?.title).toBe('今天初赛');
    expect(seen('2025-07-31')?.title).toBe('初赛已结束');
  });

  it('is over for whoever did not go on, also on the day of the next stage', () => {
    const stages = [preliminary('2025-07-28'), semiFinal('2025-08-09')];
    for (const today of ['2025-07-29', '2025-08-09', '2025-08-10'])
      expect(contestNextWords({ stages }, localDate(today), { outAfter: '初赛' })).toEqual({
        title: '初赛已结束',
        text: '您没有进入复赛，感谢参赛。',
      });
    expect(contestNextWords({ stages }, localDate('2025-08-09'))?.title).toBe('今天复赛');
  });

  it('before a day is known, is what the notice prints and where it will be told', () => {
    expect(on('2025-07-26', preliminary(null), semiFinal(null))).toEqual({
      title: '下一步：初赛',
      text: '时间地点定好后会在“消息”里通知您。通知原文：2025年7月下旬',
    });
  });

  it('after a stage, says that it is over, who goes on, and what follows', () => {
    expect(on('2025-07-29', preliminary('2025-07-28'), semiFinal(null))).toEqual({
      title: '初赛已结束',
      text: '成绩和进入复赛的名单由主办机构公布，想早点知道请打下面的电话。复赛的时间地点定好后会在“消息”里通知您。通知原文：2025年8月',
    });
    expect(on('2025-07-29', preliminary('2025-07-28'), semiFinal('2025-08-09'))).toEqual({
      title: '初赛已结束',
      text: '成绩和进入复赛的名单由主办机构公布，想早点知道请打下面的电话。复赛：8月9日 周六 · 还有11天 亦庄考点',
    });
  });

  it('names the telephone only where it stands below', () => {
    const words = contestNextWords({ stages: [preliminary('2025-07-28')] }, localDate('2025-09-01'));
    expect(words?.text).toBe('名次和获奖名单由主办机构公布。');
  });

  it('after the last, says who tells the places and awards; without stages, nothing', () => {
    expect(on('2025-09-01', preliminary('2025-07-28'), semiFinal('2025-08-09'))).toEqual({
      title: '复赛已结束',
      text: '名次和获奖名单由主办机构公布，想早点知道请打下面的电话。',
    });
    expect(on('2025-09-01')).toBeNull();
  });

  it('of stages whose ranks are published does not wait for their day, whatever became of the later ones', () => {
    const held = { ...preliminary(null), rankedOn: localDate('2025-07-28') };
    const seen = (...stages: Parameters<typeof contestNextWords>[0]['stages']) =>
      contestNextWords({ stages }, localDate('2025-07-28'));
    expect(seen(held, { ...semiFinal(null), cancelled: { reason: '赞助方退出' } })).toEqual({
      title: '复赛已取消',
      text: '原因：赞助方退出',
    });
    expect(seen(held)).toEqual({ title: '初赛已结束', text: '名次已公布，获奖名单由主办机构公布。' });
    expect(seen(held, semiFinal(null))?.text).toContain('名次已公布。复赛的时间地点');
  });
});
