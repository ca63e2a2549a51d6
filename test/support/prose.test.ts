import { readFile, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder } from './project-folder';

const ROOMS = ['shared', 'bff', 'miniapp', 'scripts', 'test'];
const GENERATED = /(^|\/)(node_modules|dist|\.data)\//;
const HERE = 'test/support/prose.test.ts';

/** Everything written by hand in English: code with its comments and test names, and the READMEs. */
async function proseFiles(): Promise<readonly string[]> {
  const inRooms = await Promise.all(
    ROOMS.map(async (room) => {
      const entries = await readdir(join(projectFolder, room), { recursive: true });
      return entries.map((entry) => join(room, entry));
    }),
  );
  return ['README.md', ...inRooms.flat()].filter(
    (file) => /\.(tsx?|mjs|cjs|md)$/.test(file) && !GENERATED.test(file) && relative(HERE, file) !== '',
  );
}

/** Whole words: candidates, clerks and staff are whoever they are. */
const gendered = (text: string): readonly string[] => text.match(/\b(she|her|hers|herself|himself)\b/gi) ?? [];

/** Documents that a text names, with the folders it gives them. */
const cited = (text: string): readonly string[] => text.match(/[\w./-]*\w\.md\b/g) ?? [];

const files = await proseFiles();
const texts = await Promise.all(
  files.map(async (file) => ({ file, text: await readFile(join(projectFolder, file), 'utf8') })),
);

describe('what is written', () => {
  it('finds the words that it looks for', () => {
    expect(gendered('/** What she wants of her session. */ const theHerd = otherHeresy;')).toEqual(['she', 'her']);
    expect(cited('See migrations/README.md and `PLAN.md`.')).toEqual(['migrations/README.md', 'PLAN.md']);
    expect(files).toContain('bff/src/app.ts');
  });

  it('says the candidate, the clerk, they', () =>
    expect(texts.flatMap(({ file, text }) => gendered(text).map((word) => `${file}: ${word}`))).toEqual([]));

  it('cites only documents of this repository', () =>
    expect(
      texts.flatMap(({ file, text }) =>
        cited(text)
          .map((document) => document.replace(/^(\.\.?\/)+/, ''))
          .filter((document) => !files.some((known) => known === document || known.endsWith(`/${document}`)))
          .map((document) => `${file}: ${document}`),
      ),
    ).toEqual([]));
});
