import type { ApplicationView, REMARK_FIELDS } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import type { Facts, Notice } from '@jikaotong/shared/notice';
import { type Checklist, checklistOf } from '@jikaotong/shared/rules/documents';
import { type Assessment, assess, referenceDayOf, routeDocuments } from '@jikaotong/shared/rules/eligibility';
import { isSignedOnPaper } from './application-source';

/** The pages of the application in order. */
export const STEPS = ['identity', 'photo', 'basis', 'papers', 'signature', 'confirm'] as const;
export type Step = (typeof STEPS)[number];
/** A page that asks for something. */
export type FormStep = Exclude<Step, 'confirm'>;

export const stepTitle: Readonly<Record<Step, string>> = {
  identity: '身份信息',
  photo: '证件照片',
  basis: '申报条件',
  papers: '申报材料',
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
  'candidate' | 'facts' | 'route' | 'photo' | 'papers' | 'signature' | 'offering' | 'examStart'
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
      candidate.phoneMasked !== null,
    photo: view.photo !== null,
    basis: chosen?.verdict === 'eligible' || chosen?.verdict === 'needs-review',
    papers: view.route !== null && checklistFor(view, notice).complete,
    signature: view.signature !== null,
  };
  return formSteps(notice).filter((step) => !done[step]);
}

export const FORM_STEPS = ['identity', 'photo', 'basis', 'papers', 'signature'] as const satisfies readonly FormStep[];

/** Those of this notice: at a counter papers are shown and signed by hand. */
export const formSteps = (notice: Notice): readonly FormStep[] =>
  isSignedOnPaper(notice) ? FORM_STEPS.filter((step) => step !== 'papers' && step !== 'signature') : FORM_STEPS;

/** The page after this one. */
export function stepAfter(step: FormStep, notice: Notice): Step {
  const steps = formSteps(notice);
  return steps[steps.indexOf(step) + 1] ?? 'confirm';
}
