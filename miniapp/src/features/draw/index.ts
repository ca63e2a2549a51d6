export { DrawScreen } from './draw-screen';
