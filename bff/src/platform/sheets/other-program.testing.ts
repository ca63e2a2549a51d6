import * as XLSX from '@e965/xlsx';

/** A workbook read and written again by SheetJS, as by any program that is not ours. */
export const byOtherProgram = (bytes: Buffer): Buffer =>
  Buffer.from(XLSX.write(XLSX.read(bytes), { type: 'buffer', bookType: 'xlsx' }));

/** A workbook with one more part, such as macros. */
export function withPart(bytes: Buffer, name: string): Buffer {
  const archive = XLSX.CFB.read(bytes, { type: 'buffer' });
  XLSX.CFB.utils.cfb_add(archive, `/${name}`, Buffer.from('macro'));
  return Buffer.from(XLSX.CFB.write(archive, { fileType: 'zip', type: 'buffer' }));
}
