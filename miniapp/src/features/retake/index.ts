export { RetakeScreen } from './retake-screen';
