export type { Print, PrintPhotos, PrintedRoom, PrintedSeat } from './print';
export { renderPrint, renderTicketBatch } from './render-print';
