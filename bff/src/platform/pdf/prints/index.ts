export type { Print, PrintPhotos, PrintedRoom, PrintedSeat } from './print';
export { renderPrint } from './render-print';
