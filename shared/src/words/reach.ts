import type { NewsReach } from '../contract';
import { type Sentence, textIn } from './table';

/** How many units staff read by name; the others are counted. */
const MOST_NAMED = 3;

/** Whom news of a competition reaches, and whom somebody must tell, before staff send it: `12人在技考通收到消息，…。`. */
export function reachWords({ accounts, texts, neither, units }: NewsReach): string {
  if (accounts + texts + neither === 0) return '现在还没有选手，不发消息。';
  const reached = [
    ...(accounts > 0 ? [`${String(accounts)}人在技考通收到消息`] : []),
    ...(texts > 0 ? [`${String(texts)}人没有登录过，收到短信，照短信认领报名后可看`] : []),
  ];
  const said = reached.length > 0 ? `${reached.join('，')}。` : '';
  return neither === 0
    ? said
    : `${said}${String(neither)}人没有登录过、也没有自己的手机号，收不到，${tellerWords(units)}`;
}

function tellerWords(units: NewsReach['units']): string {
  const named = ({ name, people }: NewsReach['units'][number]) => `${name ?? '没填单位'}${String(people)}人`;
  const listed = (of: NewsReach['units']) =>
    `${of.slice(0, MOST_NAMED).map(named).join('、')}${of.length > MOST_NAMED ? `等${String(of.length)}个单位` : ''}`;
  const [agents, nobody] = [units.filter((one) => one.agents), units.filter((one) => !one.agents)];
  return [
    ...(agents.length > 0 ? [`系统请单位经办人转告：${listed(agents)}。`] : []),
    ...(nobody.length > 0 ? [`请您电话转告：${listed(nobody)}。`] : []),
  ].join('');
}

/** What the agents of a unit hear of its people without an account. Data keys: unitName, people, title, stage, news. */
export const unitContestNews: Sentence = (data) =>
  `“${textIn(data, 'title')}”${textIn(data, 'stage')}${NEWS[textIn(data, 'news')] ?? '有新消息'}。${textIn(data, 'unitName')}有${String(data['people'] ?? '')}名选手没有登录过，在技考通里看不到，请转告；选手用报名时的手机号登录，打开“我的报名”，点“单位替我报了名”，就能自己看。`;

const NEWS: Readonly<Record<string, string>> = {
  'contest-stage-announced': '的时间地点已公布或更改',
  'contest-stage-reminder': '明天举行',
  'contest-stage-cancelled': '取消，请不要到场',
  'contest-drawn': '的出场顺序已公布或更改',
  'stage-published': '成绩已公布',
  'stage-republished': '成绩有更正',
  'stage-admitted': '有选手递补进入',
  'contest-awarded': '的奖项已确定，有选手获奖',
};
