import { recipientsOf } from './award';
import type { Notice } from './notice';
import type { NoticeProblem } from './problem';
import type { NodePath } from './walk';

/** Awards name stages, groups and kinds of unit that are there; nobody goes on from the last stage. */
export function checkContest({ contest }: Notice): NoticeProblem[] {
  if (!contest) return [];
  const stages = contest.stages.map(({ code }) => code);
  const groups = (contest.rankingGroups ?? []).map(({ code }) => code);
  const last = contest.stages.length - 1;
  return [
    ...(contest.stages[last]?.advance
      ? [{ path: ['contest', 'stages', last, 'advance'], code: 'advance-after-last-stage' as const, data: {} }]
      : []),
    ...contest.awards.flatMap((award, position): NoticeProblem[] => {
      const path: NodePath = ['contest', 'awards', position];
      const { for: whom, group, unitKinds = [], excludedUnitKinds = [] } = award;
      const kinds = [...unitKinds, ...excludedUnitKinds];
      const twice = kinds.find((kind, at) => kinds.indexOf(kind) < at);
      return [
        ...(whom.kind === 'reached' && !stages.includes(whom.stage)
          ? [{ path: [...path, 'for', 'stage'], code: 'stage-unknown' as const, data: { stage: whom.stage } }]
          : []),
        ...(group !== undefined && !groups.includes(group)
          ? [{ path: [...path, 'group'], code: 'group-unknown' as const, data: { group } }]
          : []),
        ...(kinds.length > 0 && !recipientsOf(award).includes('unit')
          ? [{ path: [...path, 'unitKinds'], code: 'unit-kind-without-unit' as const, data: {} }]
          : []),
        ...(twice === undefined
          ? []
          : [{ path: [...path, 'unitKinds'], code: 'unit-kind-twice' as const, data: { kind: twice } }]),
      ];
    }),
  ];
}
