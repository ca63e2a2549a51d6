export { type ChoiceFault, type Chosen, chosenOf } from './chosen';
export { sendPhotos, untilAnswered } from './send-photos';
