import { readPdfText } from '../../bff/src/platform/pdf/read-text.testing';
import type { WeappHost } from './host';

/** The text of the PDF that WeChat's viewer was asked to open last, without white space. */
export const openedPdf = (phone: WeappHost): string => {
  const path = phone.calls('openDocument').at(-1)?.options['filePath'];
  const bytes = typeof path === 'string' ? phone.file(path) : null;
  if (!bytes?.subarray(0, 5).equals(Buffer.from('%PDF-'))) throw new Error('no PDF was opened');
  return readPdfText(bytes).replace(/\s/g, '');
};
