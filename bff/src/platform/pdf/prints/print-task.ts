import { openFonts } from '../fonts';
import { type CertificateBatch, renderCertificates } from '../certificate';
import { type TicketPdf, renderTickets } from '../ticket';
import { type TemplateTask, compilePrint } from './compile-print';

/** What the worker is asked: a print by its template, or many tickets or certificates in one file. */
export type PrintTask =
  TemplateTask | { readonly title: string; readonly tickets: readonly TicketPdf[] } | CertificateBatch;

let fonts: ReturnType<typeof openFonts> | null = null;

/** Blocks its thread for as long as it takes. */
export async function runPrint(task: PrintTask): Promise<Uint8Array> {
  if ('print' in task) return compilePrint(task);
  fonts ??= openFonts();
  if ('certificates' in task) return renderCertificates(await fonts, task);
  return renderTickets(await fonts, task.title, task.tickets);
}
