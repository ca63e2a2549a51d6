export type {
  Print,
  PrintPhotos,
  PrintedAgentLetter,
  PrintedCertificate,
  PrintedHolder,
  PrintedPerson,
  PrintedReceipt,
  PrintedRoom,
  PrintedUnit,
} from './print';
export {
  renderCertificateBatch,
  renderPrint,
  renderSigningSheets,
  renderTicketBatch,
  renderTicketFiles,
} from './render-print';
