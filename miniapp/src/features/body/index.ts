export { AuditScreen } from './audit-screen';
export { BodyScreen } from './body-screen';
export { YearScreen } from './calendar/year-screen';
export { YearsScreen } from './calendar/years-screen';
export { PeopleScreen } from './people-screen';
export { RetakeSchemeScreen } from './retake-scheme-screen';
export { RetakeSchemesScreen } from './retake-schemes-screen';
export { PeriodsScreen } from './periods-screen';
