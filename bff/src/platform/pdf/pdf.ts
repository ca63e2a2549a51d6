import { type ApplicationFormPdf, renderApplicationForm } from './application-form';
import { type CardPicture, drawCardPng } from './card-png';
import { type CertificatePdf, renderCertificate } from './certificate';
import { missingGlyphsIn, openFonts } from './fonts';
import {
  type Print,
  type PrintPhotos,
  renderCertificateBatch,
  renderPrint,
  renderTicketBatch,
  renderSigningSheets,
  renderTicketFiles,
} from './prints';
import { type LetterPdf, renderLetter } from './letter';
import { type PosterPdf, renderPoster } from './poster';
import { drawPosterPng } from './poster-png';
import { type SlipPdf, renderSlip } from './slip';
import { type TicketPdf, renderTicket } from './ticket';

/** The printed papers, each a finished A4 file; a photo, signature or seal that is no JPEG or PNG throws. */
export type Pdf = {
  renderTicket(ticket: TicketPdf): Promise<Buffer>;
  renderCertificate(certificate: CertificatePdf): Promise<Buffer>;
  renderLetter(letter: LetterPdf): Promise<Buffer>;
  renderApplicationForm(form: ApplicationFormPdf): Promise<Buffer>;
  renderSlip(slip: SlipPdf): Promise<Buffer>;
  renderPoster(poster: PosterPdf): Promise<Buffer>;
  /** Papers for rooms and hand-outs, as PDF/A-2a; `busy` when too many are asked for at once, `too-heavy` past its deadline. */
  renderPrint(print: Print, photos: PrintPhotos): ReturnType<typeof renderPrint>;
  /** Many tickets in one file, away from the event loop; refuses as `renderPrint` does. */
  renderTicketBatch: typeof renderTicketBatch;
  /** Many tickets in one ZIP, each a file; refuses as `renderPrint` does. */
  renderTicketFiles: typeof renderTicketFiles;
  /** Papers of many people to be signed, a code on every page; refuses as `renderPrint` does. */
  renderSigningSheets: typeof renderSigningSheets;
  /** Many certificates in one file, on blank paper or on a printed form; refuses as `renderPrint` does. */
  renderCertificateBatch: typeof renderCertificateBatch;
  /** The poster as a PNG of 1080 × 1528. */
  drawPosterPng(poster: PosterPdf): Promise<Buffer>;
  /** A ticket or certificate as a PNG of 1080 points across. */
  drawCardPng(card: CardPicture): Promise<Buffer>;
  /** Characters that the fonts cannot print, each once; empty when all can. */
  missingGlyphs(text: string): string[];
};

/** Opens the fonts; once a process. */
export async function openPdf(): Promise<Pdf> {
  const fonts = await openFonts();
  return {
    renderTicket: async (ticket) => renderTicket(fonts, ticket),
    renderCertificate: async (certificate) => renderCertificate(fonts, certificate),
    renderLetter: async (letter) => renderLetter(fonts, letter),
    renderApplicationForm: async (form) => renderApplicationForm(fonts, form),
    renderSlip: async (slip) => renderSlip(fonts, slip),
    renderPoster: async (poster) => renderPoster(fonts, poster),
    renderPrint: (print, photos) => renderPrint(fonts, print, photos),
    renderTicketBatch,
    renderTicketFiles,
    renderSigningSheets,
    renderCertificateBatch,
    drawPosterPng: async (poster) => drawPosterPng(fonts, poster),
    drawCardPng: async (card) => drawCardPng(fonts, card),
    missingGlyphs: (text) => missingGlyphsIn(fonts, text),
  };
}
