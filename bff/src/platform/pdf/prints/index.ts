export type { Print, PrintPhotos, PrintedPerson, PrintedReceipt, PrintedRoom } from './print';
export { renderPrint, renderTicketBatch } from './render-print';
