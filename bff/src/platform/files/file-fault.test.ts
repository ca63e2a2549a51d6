import PdfKit from 'pdfkit';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { zipOf } from '../sheets/zip-of.testing';
import { fileFault } from './file-fault';

/** A PDF as pdfkit writes it: a table of offsets in the clear. */
const printed = async (): Promise<Buffer> => {
  const document = new PdfKit({ font: '' });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => document.on('end', resolve));
  document.rect(0, 0, 10, 10).fill();
  document.end();
  await ended;
  return Buffer.concat(chunks);
};
/** A PDF of one page that keeps its offsets in a stream, as newer programs write it; said as they say it. */
const withStream = (): Buffer => {
  const body =
    '%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n3 0 obj\n<</Type/ObjStm/N 1/First 4/Length 1>>stream\n \nendstream\nendobj\n';
  return Buffer.from(
    `${body}4 0 obj\n<</Type/XRef/Size 5/Root 1 0 R>>stream\n \nendstream\nendobj\nstartxref\n${body.length}\n%%EOF\n`,
  );
};
/** Saved again: a second table behind the first end. */
const savedAgain = (file: Buffer): Buffer =>
  Buffer.concat([file, Buffer.from(`\nxref\n0 0\ntrailer\n<</Root 1 0 R>>\nstartxref\n${file.length + 1}\n%%EOF`)]);
const fault = (bytes: Buffer) => fileFault(bytes, 'application/pdf');

describe('a PDF', () => {
  it('is taken as programs write it: with a table, with a stream of offsets, saved again behind its end', async () => {
    const file = await printed();
    expect(await fault(file)).toBeNull();
    expect(await fault(withStream())).toBeNull();
    expect(await fault(Buffer.concat([file, Buffer.from('\r\n\0\0')]))).toBeNull();
    expect(await fault(savedAgain(file))).toBeNull();
  });

  it.each<[string, (file: Buffer) => Buffer]>([
    ['cut off', (file) => file.subarray(0, file.length / 2)],
    ['without its end', (file) => file.subarray(0, file.lastIndexOf('startxref'))],
    [
      'whose offset leads nowhere',
      (file) => Buffer.from(file.toString('latin1').replace(/startxref\n\d+/, 'startxref\n5'), 'latin1'),
    ],
    [
      'whose offset leads out of it',
      (file) => Buffer.from(file.toString('latin1').replace(/startxref\n\d+/, 'startxref\n99999999999'), 'latin1'),
    ],
    ['that is only a head', () => Buffer.from('%PDF-1.7 ...')],
    ['without a page', (file) => Buffer.from(file.toString('latin1').replaceAll('/Page', '/Rage'), 'latin1')],
  ])('%s is damaged', async (_, spoil) => {
    expect(await fault(spoil(await printed()))).toBe('damaged');
  });
});

describe('a file that is two things at once', () => {
  it('is refused: a PDF that is an archive too, or that goes on as a page', async () => {
    const file = await printed();
    const archive = zipOf([{ name: 'a.txt', bytes: Buffer.from('a') }]);
    expect(await fault(Buffer.concat([file, archive]))).toBe('two-in-one');
    // an archive whose comment is the rest of the PDF
    const end = Buffer.from(file.subarray(-60));
    const hidden = Buffer.concat([file.subarray(0, -60), archive.subarray(0, -2), Buffer.from([end.length, 0]), end]);
    expect(await fault(hidden)).toBe('two-in-one');
    expect(await fault(Buffer.concat([file, Buffer.from('<script>1</script>')]))).toBe('two-in-one');
  });

  it('is refused: a picture that is a PDF or an archive too', async () => {
    const picture = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#fff' } })
      .jpeg()
      .toBuffer();
    const archive = zipOf([{ name: 'a.txt', bytes: Buffer.from('a') }]);
    const comment = Buffer.from('%PDF-1.4\n1 0 obj');
    const withComment = Buffer.concat([
      picture.subarray(0, 2),
      Buffer.from([0xff, 0xfe, 0, comment.length + 2]),
      comment,
      picture.subarray(2),
    ]);
    expect(await fileFault(picture, 'image/jpeg')).toBeNull();
    expect(await fileFault(Buffer.concat([picture, archive]), 'image/jpeg')).toBe('two-in-one');
    expect(await fileFault(withComment, 'image/jpeg')).toBe('two-in-one');
  });
});
