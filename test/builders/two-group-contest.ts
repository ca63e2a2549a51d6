import { type NoticeFiles, noticeFiles, reworded } from './notice-files';

export const RJEA = { id: 'rjea', name: '蓉江电梯行业协会' } as const;
export const TWO_GROUPS = 'rjea-2025-competition-monitor-operator';

const C25 = 'bspia-2025-competition-monitor-operator';
const SENTENCE = '竞赛分职工组和学生组，分别排名，各组第一名颁发奖杯。';

/** What C25 would be from another association: employees and students are ranked each by itself, and the best of each wins a cup. */
export function twoGroupContest(): NoticeFiles {
  const { yaml, rawText } = noticeFiles(C25);
  const groups = yaml.slice(yaml.indexOf('      - code: monitor\n'), yaml.indexOf('  stages:\n'));
  const source = (quote: string) => `source: { clause: 三（五）2, quote: ${quote} }`;
  const two = `      - code: employee
        name: 机关、企业事业单位从事相关工作的人员
        ${source('在全市范围内机关、企业事业单位从事公共安全图像信息系统值机监看、 管理等工作的人员')}
      - code: student
        name: 开设安全防范相关专业的院校师生
        ${source('开 设安全防范相关专业的院校师生等。')}
  rankingGroups:
    - { code: employee, name: 职工组, ${source('竞赛分职工组和学生组，分别排名')} }
    - { code: student, name: 学生组, ${source('竞赛分职工组和学生组，分别排名')} }
`;
  const cup = `  awards:
    - code: cup
      to: entrant
      for: { kind: ranks, from: 1, to: 1 }
      gives: trophy
      fen: null
      needs: null
      name: 各组第一名奖杯
      giver: ${RJEA.name}
      ${source('各组第一名颁发奖杯')}
`;
  const half = '“前30%”没有印明如何取整：四舍五入 }\n';
  const minimum = `${half}    minimum:\n      value: 1\n      source: { assumed: 人数很少的组至少一人晋级 }\n`;
  return reworded(
    {
      yaml: yaml.replace(groups, two).replace('  awards:\n', cup).replace(half, minimum),
      rawText: rawText.replace(
        '\n设安全防范相关专业的院校师生等。\n',
        `\n设安全防范相关专业的院校师生等。\n\n${SENTENCE}\n`,
      ),
    },
    [`id: ${C25}`, `id: ${TWO_GROUPS}`],
    ['publicTotals:\n    value: true', 'publicTotals:\n    value: false'],
    ['{ id: bspia, name: 北京安全防范行业协会 }', `{ id: ${RJEA.id}, name: ${RJEA.name} }`],
  );
}
