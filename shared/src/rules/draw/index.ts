export { type Station, commitmentTo, drawnOrder, papersOf, stationsOf } from './draw';
export { type HeatBlock, type HeatPlan, type HeatTime, areInOrder, heatTimesOf } from './heats';
export { randomStream } from './random-stream';
export { type StagePlace, latePlace, pseudonymOf, stagePlacesOf } from './stage-places';
