export { CalendarCell } from './calendar-cell';
export { CalendarScreen } from './calendar-screen';
export { ExamToPhone } from './exam-to-phone';
export { FeedScreen } from './feed-screen';
export { FollowRow } from './follow-row';
