import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The texts of each page as an independent reader finds them, in the order in which a screen reader says them. */
export async function readPages(pdf: Uint8Array): Promise<string[][]> {
  const loading = getDocument({ data: Uint8Array.from(pdf), verbosity: 0, useSystemFonts: false });
  const document = await loading.promise;
  const pages: string[][] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item.str] : [])));
  }
  await loading.destroy();
  return pages;
}

/**
 * What pages say, without any white space: where one word ends, readers guess from the distance of its letters, and they
 * guess wrong inside a word wherever a font moves two letters together (`VV`).
 */
export const textOf = (pages: readonly (readonly string[])[]): string => pages.flat().join('').replaceAll(/\s/g, '');

/** What a file says as a whole, without any white space. */
export const readText = async (pdf: Uint8Array): Promise<string> => textOf(await readPages(pdf));
