/** S25 二（二）, 六（二）: individuals apply at the counter, which opens on Fridays. */
const because = 'an application at the counter ends on the last day it opens, 07-11, not on the printed 07-15';

/** What is said of the last day of an application at the counter. */
export const ON_COUNTER_DAY = [
  '/calendar#body.data.items.*.closes',
  '/calendar#body.data.items.*.source',
  '/applications/*#body.data.windows.0.closes',
  '/applications/*#body.data.windows.0.source',
  '/applications/*#body.data.progress.blocked.0.data.closedOn',
  '/applications?*#body.data.items.*.progress.blocked.0.data.closedOn',
  '/staff/applications/*#body.data.windows.0.closes',
  '/staff/applications/*#body.data.windows.0.source',
  '/staff/counter/applications/*#body.data.application.windows.0.closes',
  '/staff/counter/applications/*#body.data.application.windows.0.source',
  '/staff/counter/applications/*#body.data.application.progress.blocked.0.data.closedOn',
  '/staff/counter/slips/*#body.data.application.windows.0.closes',
  '/staff/counter/slips/*#body.data.application.windows.0.source',
  '/staff/counter/slips/*#body.data.application.progress.blocked.0.data.closedOn',
].map((at) => ({ at, because }));
