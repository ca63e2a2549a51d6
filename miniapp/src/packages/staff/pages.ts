/** The pages of this subpackage, each a path below packages/staff; app.config.ts reads this list at build time. */
const pages: string[] = [
  'home/index',
  'invitation/index',
  'second-factor/index',
  'password/index',
  'session/index',
  'search/index',
  'counter/index',
  'counter-desk/index',
  'counter-walk-in/index',
  'orders/index',
  'seating/index',
  'prints/index',
  'scores/index',
  'score-reviews/index',
  'certificates/index',
  'body/index',
  'people/index',
  'audit/index',
  'calendar-years/index',
  'calendar-year/index',
];

export default pages;
