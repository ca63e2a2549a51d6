export { type Station, commitmentTo, drawnOrder, papersOf, stationsOf } from './draw';
export { randomStream } from './random-stream';
