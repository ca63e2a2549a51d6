import type { ApplicationView, WindowView } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import type { WindowKind } from '@jikaotong/shared/notice';
import type { Stage } from '@jikaotong/shared/rules/progress';
import type { Dot, StepState } from '../../ui';

/** One step of the way from application to certificate, with the window that governs it, if it has one. */
export type ProgressStep = {
  readonly key: string;
  readonly title: string;
  /** `ended`: the way went no further, and nothing follows. */
  readonly state: StepState;
  readonly window: WindowView | null;
};

const WAY = [
  { key: 'apply', title: '填写并提交', window: 'application' },
  { key: 'review', title: '审核', window: null },
  { key: 'payment', title: '缴费', window: 'payment' },
  { key: 'ticket', title: '领取准考证', window: 'ticket' },
  { key: 'exam', title: '考试', window: 'exam' },
  { key: 'results', title: '公布成绩', window: 'results' },
  { key: 'publicity', title: '成绩公示', window: 'publicity' },
  { key: 'certificate', title: '领取证书', window: null },
] as const satisfies readonly { key: string; title: string; window: WindowKind | null }[];

type Given = Pick<ApplicationView, 'progress' | 'windows'>;
type Key = (typeof WAY)[number]['key'];

/**
 * At which step each stage stands. `done` is past the last one, `without-certificate` past the last one where nothing was
 * passed; what ended otherwise than on its way stands nowhere.
 */
const STANDS_AT: Readonly<Record<Stage, Key | 'done' | 'without-certificate' | 'nowhere'>> = {
  draft: 'apply',
  'draft-over': 'apply',
  returned: 'apply',
  'returned-over': 'apply',
  'in-review': 'review',
  'review-over': 'review',
  rejected: 'review',
  'to-pay': 'payment',
  'payment-checking': 'payment',
  'payment-over': 'payment',
  lapsed: 'payment',
  paid: 'ticket',
  'ticket-open': 'exam',
  'exam-day': 'exam',
  'awaiting-subject': 'exam',
  'awaiting-results': 'results',
  'result-pending': 'results',
  'in-publicity': 'publicity',
  'score-review': 'publicity',
  'awaiting-certificate': 'certificate',
  certified: 'done',
  'certificate-void': 'done',
  failed: 'without-certificate',
  'retake-possible': 'without-certificate',
  withdrawn: 'nowhere',
  void: 'nowhere',
  'session-cancelled': 'nowhere',
};

/** Stages at which an application has ended: nobody can do anything about it here any more. */
const ENDED: readonly Stage[] = [
  'draft-over',
  'review-over',
  'returned-over',
  'payment-over',
  'rejected',
  'lapsed',
  'withdrawn',
  'void',
  'session-cancelled',
];
export const isEnded = (stage: Stage): boolean => ENDED.includes(stage);

/** What was sent back has until its own day, which is that of the window up to which an approval still makes sense. */
function applyWindow(
  { progress: { stage, next, blocked }, windows }: Given,
  application: WindowView | null,
): WindowView | null {
  if (stage !== 'returned' && stage !== 'returned-over') return application;
  const over = blocked.find(({ action }) => action === 'submit')?.data['closedOn'];
  const until =
    next.find(({ action }) => action === 'submit')?.until ??
    windows.find(({ closes }) => closes !== null && closes === over)?.closes ??
    null;
  if (until === null || until === application?.closes) return application;
  const payment = windows.find(({ kind }) => kind === 'payment');
  const source = payment?.closes === until ? payment.source : application?.source;
  return source ? { kind: 'application', opens: null, closes: until, source } : null;
}

/**
 * The steps of an application in order, the one it stands at as coming until its window opens; steps the notice has no
 * window for (no publicity, say) are left out, and what would follow after an end. None where it left its way anywhere.
 */
export function progressStepsOf(application: Given, today: LocalDate): readonly ProgressStep[] {
  const { stage } = application.progress;
  const { windows } = application;
  const at = STANDS_AT[stage];
  const windowOf = (key: Key, wanted: WindowKind | null): WindowView | null => {
    const window = windows.find(({ kind }) => kind === wanted) ?? null;
    return key === 'apply' ? applyWindow(application, window) : window;
  };
  const steps = WAY.map((step) => ({ ...step, window: windowOf(step.key, step.window) }))
    .filter(({ key, window }) => window !== null || key === 'apply' || key === 'review' || key === 'certificate')
    .filter(({ key }) => !(at === 'without-certificate' && key === 'certificate'));
  if (at === 'nowhere') return [];
  const isPast = at === 'done' || at === 'without-certificate';
  const now = isPast ? steps.length : steps.findIndex(({ key }) => key === at);
  const shown = isEnded(stage) ? steps.slice(0, now + 1) : steps;
  return shown.map(({ key, title, window }, index) => ({
    key,
    title,
    window,
    state:
      index < now
        ? 'done'
        : index > now
          ? 'coming'
          : isEnded(stage)
            ? 'ended'
            : isAhead(window, today)
              ? 'coming'
              : 'now',
  }));
}

const isAhead = (window: WindowView | null, today: LocalDate): boolean =>
  window !== null && window.opens !== null && today < window.opens;

const DOTS = ['报名', '审核', '缴费', '考试', '证书'] as const;

/** Which of the five dots is under way while an application stands at a step. */
const DOT_AT: Readonly<Record<Key, number>> = {
  apply: 0,
  review: 1,
  payment: 2,
  ticket: 3,
  exam: 3,
  results: 4,
  publicity: 4,
  certificate: 4,
};

/** The way at a glance; null for what left it or has ended. */
export function dotsOf(stage: Stage): readonly Dot[] | null {
  const at = STANDS_AT[stage];
  if (isEnded(stage) || at === 'nowhere' || at === 'without-certificate') return null;
  const now = at === 'done' ? DOTS.length : DOT_AT[at];
  return DOTS.map((title, index) => ({ title, state: index < now ? 'done' : index === now ? 'now' : 'coming' }));
}
