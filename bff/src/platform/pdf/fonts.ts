import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Font, create } from 'fontkit';

declare global {
  // The published types leave out that a font opened before may be registered as it is.
  namespace PDFKit.Mixins {
    interface PDFFont {
      registerFont(name: string, font: Font): this;
    }
  }
}

/** Noto Sans SC, opened once: every document subsets the same two objects. */
export type Fonts = { regular: Font; bold: Font };

/** Opens both weights; 20 MB that stay in memory, some 30 ms. */
export async function openFonts(): Promise<Fonts> {
  const [regular, bold] = await Promise.all([
    openFont('400Regular/NotoSansSC_400Regular.ttf'),
    openFont('700Bold/NotoSansSC_700Bold.ttf'),
  ]);
  return { regular, bold };
}

/** Characters of a text that cannot be printed, each once; staff settle how a name that has any is printed. */
export const missingGlyphsIn = (fonts: Fonts, text: string): string[] => [
  ...new Set([...text].filter((character) => !has(fonts, character))),
];

/** The text as it is printed: 〓, the printers' sign for a sort that is missing, where no font has a character. */
export const printable = (fonts: Fonts, text: string): string =>
  // a font has no glyph for a line end and needs none
  [...text].map((character) => (character === '\n' || has(fonts, character) ? character : MISSING)).join('');

const MISSING = '〓';
const has = (fonts: Fonts, character: string): boolean => isPrintable(fonts, character.codePointAt(0) ?? 0);

const isPrintable = (fonts: Fonts, codePoint: number): boolean =>
  fonts.regular.hasGlyphForCodePoint(codePoint) && fonts.bold.hasGlyphForCodePoint(codePoint);

async function openFont(file: string): Promise<Font> {
  const path = createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans-sc/${file}`);
  const font = create(await readFile(path));
  if (!('layout' in font)) throw new Error(`${file} is a collection, not a font`);
  return font;
}
