export type { ApplicationFormPdf } from './application-form';
export type { CardPicture } from './card-png';
export type { CertificateForm, CertificatePdf } from './certificate';
export type { Job, LetterPdf } from './letter';
export { type Pdf, openPdf } from './pdf';
export type { PosterPdf } from './poster';
export type {
  Print,
  PrintPhotos,
  PrintedCertificate,
  PrintedHolder,
  PrintedPerson,
  PrintedReceipt,
  PrintedRoom,
  PrintedUnit,
} from './prints';
export { qrBars } from './qr';
export type { SigningSheet } from './signing-stack';
export type { SlipPdf } from './slip';
export type { TicketPdf } from './ticket';
