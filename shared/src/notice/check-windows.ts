import type { Notice } from './notice';
import type { NoticeProblem } from './problem';
import type { NodePath } from './walk';
import type { Anchor, Boundary, WindowKind } from './window';

type End = 'opens' | 'closes';
type Place = { readonly kind: WindowKind; readonly end: End };

/** The end of a window whose day an anchor names; null: a day that staff enter. */
const anchored: Readonly<Record<Anchor, Place | null>> = {
  'exam-start': null,
  'exam-end': null,
  published: { kind: 'results', end: 'closes' },
  'first-published': { kind: 'results', end: 'closes' },
  'publicity-opens': { kind: 'publicity', end: 'opens' },
  'publicity-closes': { kind: 'publicity', end: 'closes' },
  'application-opens': { kind: 'application', end: 'opens' },
  'application-closes': { kind: 'application', end: 'closes' },
  'payment-closes': { kind: 'payment', end: 'closes' },
};

/** Every boundary hangs on a day that the notice defines, not on itself, and no window closes before it opens. */
export function checkWindows(notice: Notice): NoticeProblem[] {
  const codes = new Set(notice.offerings.map((offering) => offering.code));
  return [
    ...notice.windows.flatMap((window, position) =>
      (['opens', 'closes'] as const).flatMap((end) => {
        const boundary = window[end];
        return boundary ? checkBoundary(notice, boundary, ['windows', position, end]) : [];
      }),
    ),
    ...circles(notice),
    ...notice.windows.flatMap(({ opens, closes }, position): NoticeProblem[] =>
      opens && closes && isBackward(opens, closes)
        ? [{ path: ['windows', position, 'closes'], code: 'window-closes-before-opens', data: {} }]
        : [],
    ),
    ...notice.schedule.flatMap((row, position) => [
      ...row.offerings.flatMap((code, at): NoticeProblem[] =>
        codes.has(code)
          ? []
          : [{ path: ['schedule', position, 'offerings', at], code: 'offering-unknown', data: { offering: code } }],
      ),
      ...(['application', 'payment'] as const).flatMap((key): NoticeProblem[] => {
        const span = row[key];
        if (!span || span.opens <= span.closes) return [];
        const data = { opens: span.opens, closes: span.closes };
        return [{ path: ['schedule', position, key, 'closes'], code: 'window-closes-before-opens', data }];
      }),
    ]),
    ...stagesWithoutWindow(notice),
  ];
}

function checkBoundary(notice: Notice, boundary: Boundary, path: NodePath): NoticeProblem[] {
  switch (boundary.kind) {
    case 'schedule':
      return notice.schedule.length > 0 ? [] : [{ path, code: 'schedule-empty', data: {} }];
    case 'kept':
      return notice.retake ? [] : [{ path, code: 'retake-rule-missing', data: {} }];
    case 'anchor':
    case 'offset': {
      const needed = anchored[boundary.anchor];
      if (needed === null || notice.windows.some(({ kind }) => kind === needed.kind)) return [];
      return [{ path: [...path, 'anchor'], code: 'anchor-without-window', data: { anchor: boundary.anchor } }];
    }
    case 'session':
    case 'on':
    case 'printed':
      return [];
  }
}

/** Ends that hang on themselves; of each circle the first one that is written. */
function circles(notice: Notice): NoticeProblem[] {
  const found: NoticeProblem[] = [];
  const told = new Set<string>();
  notice.windows.forEach(({ kind }, position) => {
    for (const end of ['opens', 'closes'] as const) {
      const visited = [`${kind}-${end}`];
      for (let next = nextOf(notice, { kind, end }); next; next = nextOf(notice, next)) {
        const name = `${next.kind}-${next.end}`;
        if (name === visited[0] && !visited.some((each) => told.has(each)))
          found.push({ path: ['windows', position, end, 'anchor'], code: 'window-circular', data: { kind, end } });
        if (visited.includes(name)) break;
        visited.push(name);
      }
      if (found.at(-1)?.data['kind'] === kind) visited.forEach((each) => told.add(each));
    }
  });
  return found;
}

function nextOf(notice: Notice, { kind, end }: Place): Place | null {
  const boundary = notice.windows.find((window) => window.kind === kind)?.[end];
  return boundary?.kind === 'anchor' || boundary?.kind === 'offset' ? anchored[boundary.anchor] : null;
}

/** Two ends that can be compared without a session: printed days, and offsets of one unit from one day. */
function isBackward(opens: Boundary, closes: Boundary): boolean {
  if (opens.kind === 'on' && closes.kind === 'on') return opens.day > closes.day;
  const [from, to] = [offsetOf(opens), offsetOf(closes)];
  if (!from || !to || from.anchor !== to.anchor) return false;
  const sameUnit = from.unit === to.unit || from.count === 0 || to.count === 0;
  return sameUnit ? from.count > to.count : from.count > 0 && to.count < 0;
}

function offsetOf(boundary: Boundary): { anchor: Anchor; count: number; unit: string } | null {
  if (boundary.kind === 'anchor') return { anchor: boundary.anchor, count: 0, unit: 'days' };
  if (boundary.kind !== 'offset') return null;
  const { anchor, unit, direction, count } = boundary;
  return { anchor, unit, count: direction === 'before' ? -count : count };
}

const stagesWithoutWindow = (notice: Notice): NoticeProblem[] =>
  (notice.contest?.stages ?? []).flatMap(({ code }, position): NoticeProblem[] =>
    notice.windows.some(({ kind }) => kind === code)
      ? []
      : [{ path: ['contest', 'stages', position, 'code'], code: 'stage-without-window', data: { stage: code } }],
  );
