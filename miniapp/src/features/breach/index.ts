export { EvidencePart } from './evidence-part';
export { BreachParts } from './breach-parts';
export { BreachScreen } from './breach-screen';
export { BreachesScreen } from './breaches-screen';
export { BREACH_TONES } from './breach-tones';
