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

/** Characters of a text that cannot be printed, each once; registration refuses a name that has any. */
export const missingGlyphsIn = (fonts: Fonts, text: string): string[] => [
  ...new Set([...text].filter((character) => !isPrintable(fonts, character.codePointAt(0) ?? 0))),
];

const isPrintable = (fonts: Fonts, codePoint: number): boolean =>
  fonts.regular.hasGlyphForCodePoint(codePoint) && fonts.bold.hasGlyphForCodePoint(codePoint);

async function openFont(file: string): Promise<Font> {
  const path = createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans-sc/${file}`);
  const font = create(await readFile(path));
  if (!('layout' in font)) throw new Error(`${file} is a collection, not a font`);
  return font;
}
