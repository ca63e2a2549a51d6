import {
  FUNNEL_STEPS,
  type Funnel,
  type FunnelCut,
  type FunnelStep,
  type FunnelView,
  STANDINGS,
  type Standing,
} from '@jikaotong/shared/contract';

/** So many people of a part of a session came to this step and stand there now. */
export type Crowd = {
  readonly part: string;
  readonly reached: FunnelStep;
  readonly standing: Standing;
  /** The marks alone say whether they came. */
  readonly presumed: boolean;
  readonly people: number;
};

/**
 * A funnel of people of whom each came to one last step and stands in one way: whoever reached a step went on to the next
 * one or is named where they stand, so that nobody is lost between two.
 */
export function funnelOf(crowds: readonly Omit<Crowd, 'part'>[]): Funnel {
  return FUNNEL_STEPS.map((step, at) => {
    const stayed = STANDINGS.flatMap((standing) => {
      const here = crowds.filter((one) => one.reached === step && one.standing === standing);
      const people = sumOf(here);
      return people === 0 ? [] : [{ standing, people, presumed: presumedOf(here) }];
    });
    const came = crowds.filter(({ reached }) => FUNNEL_STEPS.indexOf(reached) >= at);
    // before the exam nobody's coming is at issue
    return { step, people: sumOf(came), presumed: at < EXAM ? 0 : presumedOf(came), stayed };
  });
}
const EXAM = FUNNEL_STEPS.indexOf('present');

const MOST_PARTS = 20;

/** The same by parts, the largest first; what is beyond a screenful is one part, so that the parts still make the whole. */
export function partsOf(
  crowds: readonly Crowd[],
  nameOf: (part: string) => string,
  by: FunnelCut,
): FunnelView['parts'] {
  const names = [...new Set(crowds.map(({ part }) => part))];
  const sized = names
    .map((part) => ({ part, own: crowds.filter((one) => one.part === part) }))
    .toSorted((a, b) => sumOf(b.own) - sumOf(a.own) || (a.part < b.part ? -1 : 1));
  const shown = sized.length > MOST_PARTS ? sized.slice(0, MOST_PARTS - 1) : sized;
  const rest = sized.slice(shown.length);
  return [
    ...shown.map(({ part, own }) => ({ name: part === '' ? NOWHERE[by] : nameOf(part), steps: funnelOf(own) })),
    ...(rest.length > 0 ? [{ name: `其他 ${rest.length} 个`, steps: funnelOf(rest.flatMap(({ own }) => own)) }] : []),
  ];
}

/** What those are called who belong to no part. */
const NOWHERE: Readonly<Record<FunnelCut, string>> = {
  offering: '没有项目',
  site: '还没有座位',
  unit: '没有填写单位',
};

const presumedOf = (crowds: readonly Omit<Crowd, 'part'>[]): number => sumOf(crowds.filter(({ presumed }) => presumed));
const sumOf = (crowds: readonly Pick<Crowd, 'people'>[]): number => crowds.reduce((sum, { people }) => sum + people, 0);
