import type { ApplicationView, REMARK_FIELDS } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import type { Facts, Notice } from '@jikaotong/shared/notice';
import { type Checklist, checklistOf } from '@jikaotong/shared/rules/documents';
import { type Assessment, assess, referenceDayOf, routeDocuments } from '@jikaotong/shared/rules/eligibility';
import { isSignedOnPaper, writesAtCounter } from './application-source';

/** The pages of the application in order: whether one may apply comes before who one is. */
export const STEPS = ['basis', 'identity', 'photo', 'papers', 'signature', 'confirm'] as const;
export type Step = (typeof STEPS)[number];
/** A page that asks for something. */
export type FormStep = Exclude<Step, 'confirm'>;

export const stepTitle: Readonly<Record<Step, string>> = {
  identity: '身份信息',
  photo: '证件照片',
  basis: '报名条件',
  papers: '报名材料',
  signature: '签名',
  confirm: '核对并提交',
};

export const stepPath = (step: Step): `/${string}` => `/packages/apply/${step}/index`;

/** The page on which a part that a reviewer points at is mended. */
export const STEP_OF_REMARK = {
  name: 'identity',
  documentNumber: 'identity',
  documentExpiresOn: 'identity',
  birthDate: 'identity',
  phone: 'identity',
  photo: 'photo',
  facts: 'basis',
  route: 'basis',
  documents: 'papers',
  signature: 'signature',
} as const satisfies Record<(typeof REMARK_FIELDS)[number], FormStep>;

type View = Pick<
  ApplicationView,
  'candidate' | 'facts' | 'route' | 'photo' | 'papers' | 'signature' | 'offering' | 'examStart' | 'submittedAt'
>;

/** The candidate's facts, with birth date and sex from the document once it is given. */
export function factsOf({ facts, candidate: { birthDate, sex } }: Pick<View, 'facts' | 'candidate'>): Facts {
  return { ...facts, ...(birthDate ? { birthDate } : {}), ...(sex ? { sex } : {}) };
}

/** The conditions as they stand for an application of that day; a notice may count up to the exam. */
export const assessmentOf = (
  view: Pick<View, 'candidate' | 'facts' | 'offering' | 'examStart'>,
  notice: Notice,
  on: LocalDate,
): Assessment =>
  assess({
    notice,
    offeringCode: view.offering.code,
    facts: factsOf(view),
    on: referenceDayOf(notice, { appliedOn: on, examStart: view.examStart }),
  });

/** The papers of the chosen route and of everybody, held against what is attached. */
export const checklistFor = (view: Pick<View, 'papers' | 'route' | 'offering' | 'facts'>, notice: Notice): Checklist =>
  checklistOf({
    everybody: notice.documents,
    route: routeDocuments(notice, { offeringCode: view.offering.code, route: view.route, facts: view.facts }),
    attached: view.papers.map(({ document, files, number }) => ({ document, fileCount: files.length, number })),
  });

/** The pages that still lack something, in order; empty when it may be handed in. */
export function openSteps(view: View, notice: Notice, on: LocalDate): readonly FormStep[] {
  const { candidate } = view;
  const chosen = assessmentOf(view, notice, on).routes.find(({ route }) => route === view.route);
  const done: Readonly<Record<FormStep, boolean>> = {
    identity:
      candidate.name !== null &&
      candidate.origin !== null &&
      candidate.documentType !== null &&
      candidate.documentNumberMasked !== null &&
      candidate.birthDate !== null &&
      candidate.sex !== null &&
      // what was handed in before one was asked had none
      (candidate.documentExpiresOn !== null || view.submittedAt !== null) &&
      candidate.phoneMasked !== null,
    photo: view.photo !== null,
    basis: chosen?.verdict === 'eligible' || chosen?.verdict === 'needs-review',
    papers: view.route !== null && checklistFor(view, notice).complete,
    signature: view.signature !== null,
  };
  return formSteps(notice).filter((step) => !done[step]);
}

export const FORM_STEPS = ['basis', 'identity', 'photo', 'papers', 'signature'] as const satisfies readonly FormStep[];

/** A clerk has the document in hand, which tells the birth date that conditions ask for. */
const CLERKS_STEPS: readonly FormStep[] = ['identity', 'photo', 'basis'];

/** Those of this notice: at a counter papers are shown and signed by hand. */
export function formSteps(notice: Notice): readonly FormStep[] {
  if (writesAtCounter()) return CLERKS_STEPS;
  return isSignedOnPaper(notice) ? FORM_STEPS.filter((step) => step !== 'papers' && step !== 'signature') : FORM_STEPS;
}

/**
 * The pages that are counted before the candidate's eyes: not the condition, which the check before the draft has mostly
 * settled, and not papers of which nothing is asked.
 */
export function countedSteps(
  view: Pick<View, 'papers' | 'route' | 'offering' | 'facts'>,
  notice: Notice,
): readonly Step[] {
  const asked = formSteps(notice).filter(
    (step) => writesAtCounter() || (step !== 'basis' && !(step === 'papers' && writesItself(view, notice))),
  );
  return [...asked, 'confirm'];
}

/** Whether every paper is a letter that is written from the answers, with nothing to choose between. */
const writesItself = (view: Parameters<typeof checklistFor>[0], notice: Notice): boolean =>
  view.route !== null &&
  checklistFor(view, notice).groups.every(
    ({ alternatives: [only, ...others] }) =>
      others.length === 0 && (only ?? []).every(({ provisions }) => provisions.every((way) => way === 'generated')),
  );

/** The page after this one: the next that still lacks something, for one with nothing to do is left out. */
export function stepAfter(step: FormStep, view: View, { notice, on }: { notice: Notice; on: LocalDate }): Step {
  const steps = formSteps(notice);
  const open = openSteps(view, notice, on).filter((one) => one !== step);
  // the document told another birth date than the answers: whether one may apply is asked again first
  if (open.includes('basis')) return 'basis';
  return open.find((one) => steps.indexOf(one) > steps.indexOf(step)) ?? open[0] ?? 'confirm';
}
