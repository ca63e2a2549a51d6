import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { GROWTH } from '../growth/codes';
import { projectFolder } from './project-folder';

describe('the lists that the long proof of growth adds a code to', () => {
  it.each(Object.entries(GROWTH))('stands where the proof looks for it: %s', (_, { file, after, also }) => {
    const text = readFileSync(path.join(projectFolder, file), 'utf8');
    for (const place of [after, ...(also ? [also.after] : [])]) expect(text).toContain(place);
  });
});
