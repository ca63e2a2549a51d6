import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EnvSchema } from './env-schema';

describe('.env.example', () => {
  const text = readFileSync(new URL('../../../../.env.example', import.meta.url), 'utf8');
  const shown = [...text.matchAll(/^# ([A-Z][A-Z0-9_]*)=/gm)].map(([, name]) => name);

  it('shows every variable that is read, each once, and no other', () => {
    expect(shown.toSorted()).toEqual(Object.keys(EnvSchema.shape).toSorted());
  });
});
