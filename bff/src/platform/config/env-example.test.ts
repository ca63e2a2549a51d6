import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SMS_TEMPLATE_NAMES } from '@jikaotong/shared/words';
import { EnvSchema } from './env-schema';

describe('.env.example', () => {
  const text = readFileSync(new URL('../../../../.env.example', import.meta.url), 'utf8');
  const shown = [...text.matchAll(/^# ([A-Z][A-Z0-9_]*)=/gm)].map(([, name]) => name);

  it('shows every variable that is read, each once, and no other', () => {
    expect(shown.toSorted()).toEqual(Object.keys(EnvSchema.shape).toSorted());
  });

  it('names every SMS that is sent, as the sandbox has them approved', () => {
    const [, value = ''] = /^# SMS_TEMPLATES=(.*)$/m.exec(text) ?? [];
    const given = EnvSchema.shape.SMS_TEMPLATES.parse(value);
    expect(Object.keys(given).toSorted()).toEqual(SMS_TEMPLATE_NAMES.toSorted());
    expect(Object.keys(EnvSchema.shape.SMS_TEMPLATES.parse(undefined)).toSorted()).toEqual(
      SMS_TEMPLATE_NAMES.toSorted(),
    );
  });
});
