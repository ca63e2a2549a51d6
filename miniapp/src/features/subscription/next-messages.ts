import type { MessageCode } from '@jikaotong/shared/contract';
import type { RefusedTemplates } from '../../platform';

/** Where a person is asked whether messages may come. */
export type AskMoment = 'submit' | 'submit-free' | 'pay' | 'follow' | 'remind' | 'enter';

/** What the person will be told next from there, the most needed first. */
const NEXT: Readonly<Record<AskMoment, readonly MessageCode[]>> = {
  submit: ['application-returned', 'application-approved', 'payment-reminder', 'application-rejected'],
  'submit-free': ['application-returned', 'application-approved', 'ticket-issued', 'application-rejected'],
  pay: ['ticket-issued', 'session-changed', 'exam-reminder', 'results-published'],
  follow: ['notice-changed'],
  remind: ['contest-opens', 'contest-closes'],
  enter: ['contest-accepted', 'contest-refused', 'contest-stage-announced'],
};

/** WeChat takes no more in one question. */
const MOST = 3;

type Template = { readonly code: string; readonly templateId: string };

/** The templates to ask for at a moment: each once, three at most, none that is refused for good. */
export function templatesToAsk(
  moment: AskMoment,
  { templates, refused }: { templates: readonly Template[]; refused: RefusedTemplates },
): string[] {
  if (refused === 'all') return [];
  const ids = NEXT[moment].flatMap((code) =>
    templates.filter((each) => each.code === code).map((each) => each.templateId),
  );
  return [...new Set(ids)].filter((id) => !refused.has(id)).slice(0, MOST);
}
