export { BodyScreen } from './body-screen';
export { PeopleScreen } from './people-screen';
