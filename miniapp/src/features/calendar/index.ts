export { CalendarCell } from './calendar-cell';
export { CalendarScreen } from './calendar-screen';
export { FeedScreen } from './feed-screen';
export { FollowRow } from './follow-row';
