import type { PlaceState } from '../lists';
import { wordOf } from './table';

export const placeStateWord = wordOf<PlaceState>({ drawn: '抽签', late: '抽签后加入', withdrawn: '已退出' });

/** What a ticket calls the part of a stage in which one starts in a heat. */
export const HEAT = '技能出场';

/** 第3场 5号工位; with the paper where several are dealt. */
export const placeWords = ({ heat, station, paper }: { heat: number; station: number; paper: string | null }): string =>
  `第${heat}场 ${station}号工位${paper === null ? '' : ` ${paper}卷`}`;

/** The columns of the list of drawn places. */
export const PLACE_COLUMNS = {
  position: { title: '出场序号' },
  heat: { title: '场次' },
  station: { title: '工位' },
  name: { title: '姓名' },
  unit: { title: '单位' },
  day: { title: '日期' },
  startsAt: { title: '开始' },
  paper: { title: '试卷' },
  state: { title: '怎么来的', code: placeStateWord.any },
};
