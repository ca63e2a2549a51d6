import { zipSync } from 'fflate';
import { openFonts } from '../fonts';
import { type CertificateBatch, renderCertificates } from '../certificate';
import { type SigningSheet, renderSigningStack } from '../signing-stack';
import { type TicketPdf, renderTicket, renderTickets } from '../ticket';
import { type TemplateTask, compilePrint } from './compile-print';

/** A ticket as a file of its own, by its name in a ZIP. */
export type TicketFile = { readonly name: string; readonly ticket: TicketPdf };

/** What the worker is asked: a print by its template, or many tickets or certificates in one file, or tickets in a ZIP. */
export type PrintTask =
  | TemplateTask
  | { readonly title: string; readonly tickets: readonly TicketPdf[] }
  | { readonly files: readonly TicketFile[] }
  | { readonly title: string; readonly sheets: readonly SigningSheet[] }
  | CertificateBatch;

let fonts: ReturnType<typeof openFonts> | null = null;

/** Blocks its thread for as long as it takes. */
export async function runPrint(task: PrintTask): Promise<Uint8Array> {
  if ('print' in task) return compilePrint(task);
  fonts ??= openFonts();
  if ('certificates' in task) return renderCertificates(await fonts, task);
  if ('sheets' in task) return renderSigningStack(await fonts, task.title, task.sheets);
  if ('tickets' in task) return renderTickets(await fonts, task.title, task.tickets);
  const files: Record<string, Uint8Array> = {};
  for (const { name, ticket } of task.files) files[name] = await renderTicket(await fonts, ticket);
  // pictures are packed already
  return zipSync(files, { level: 0 });
}
