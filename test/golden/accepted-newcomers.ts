import type { AcceptedChange } from './accepted-changes';

/** What of this code has joined the list at this path since, and moves nobody else's place. */
export type AcceptedNewcomer = Pick<AcceptedChange, 'at' | 'because'> & { readonly code: string };

export const acceptedNewcomers: readonly AcceptedNewcomer[] = [
  {
    at: '/messages?*#body.data.items',
    code: 'application-unreviewed',
    because: 'whoever nobody reviewed in time hears of it the morning after',
  },
  {
    at: '/messages?*#body.data.items',
    code: 'refund-account-asked',
    because: 'whoever is owed money by hand is asked for the account, also after saying nothing to a cancellation',
  },
  ...['collect-fees', 'exam-day', 'unopened-tickets', 'register-certificates'].map((code) => ({
    at: '/staff/sessions/*/counts#body.data.duties',
    code,
    because:
      'staff see who owes, the day of the exam, who has not opened the ticket, and what the official look-up lacks',
  })),
];
