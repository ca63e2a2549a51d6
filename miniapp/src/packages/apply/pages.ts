/** The pages of this subpackage, each a path below packages/apply; app.config.ts reads this list at build time. */
const pages: string[] = [
  'form/index',
  'identity/index',
  'photo/index',
  'basis/index',
  'fact/index',
  'papers/index',
  'signature/index',
  'confirm/index',
  'slip/index',
  'claim/index',
  'done/index',
  'detail/index',
  'sent/index',
  'correction/index',
  'order/index',
  'change/index',
  'extra/index',
  'messages/index',
  'calendar/index',
  'calendar-feed/index',
];

export default pages;
