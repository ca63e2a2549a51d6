export { type Station, commitmentTo, drawnOrder, papersOf, stationsOf } from './draw';
