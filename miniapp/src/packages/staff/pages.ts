/** The pages of this subpackage, each a path below packages/staff; app.config.ts reads this list at build time. */
const pages: string[] = [
  'home/index',
  'invitation/index',
  'second-factor/index',
  'session/index',
  'session-plan/index',
  'session-places/index',
  'session-windows/index',
  'session-move/index',
  'session-cancel/index',
  'reviews/index',
  'review/index',
  'cases/index',
  'counter/index',
  'counter-desk/index',
  'counter-walk-in/index',
  'orders/index',
  'seating/index',
  'scores/index',
  'score-reviews/index',
  'certificates/index',
  'body/index',
  'people/index',
];

export default pages;
