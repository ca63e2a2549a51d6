import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { records } from './app';
import { migrations } from './migrations';
import { wallClock } from './platform/clock';
import { openThrowawayDb } from './platform/db/throwaway';
import { type Context, type Ports, defineEvent, inTx, on } from './platform/http';
import { wiring } from './wiring';

const features = fileURLToPath(new URL('features', import.meta.url));

describe('the wiring', () => {
  it('names every event that a feature defines, once', async () => {
    const defined: string[] = [];
    for (const file of await readdir(features, { recursive: true })) {
      if (!file.endsWith('.ts') || file.endsWith('.test.ts')) continue;
      const text = await readFile(path.join(features, file), 'utf8');
      for (const [, name] of text.matchAll(/defineEvent<[\s\S]*?>\(\s*'(\w+)'/g)) if (name) defined.push(name);
    }
    expect(defined.length).toBeGreaterThan(5);
    expect(wiring.map(({ eventName }) => eventName).toSorted()).toEqual(defined.toSorted());
  });

  it('has a handler for each: nothing is told to nobody today', () => {
    expect(wiring.filter(({ handlers }) => handlers.length === 0).map(({ eventName }) => eventName)).toEqual([]);
  });

  it('runs the handlers in the listed order, and none after one that throws', async () => {
    const told: string[] = [];
    const noted = defineEvent<{ readonly what: string }>('noted');
    const hear =
      (by: string) =>
      (_ctx: Context, { what }: { readonly what: string }) => {
        told.push(`${by}:${what}`);
        return by === 'refuser' ? Promise.reject(new Error('refused')) : Promise.resolve();
      };
    const db = await openThrowawayDb(records, migrations);
    try {
      const emit = (...by: string[]) =>
        inTx(
          { db, ports: { clock: wallClock() } as Ports, subscriptions: [on(noted, ...by.map(hear))], bodyOf: {} },
          { requestId: 'test', actorId: null },
          (ctx) => ctx.emit(noted({ what: 'it' })),
        );
      await emit('second', 'first');
      expect(told).toEqual(['second:it', 'first:it']);
      await expect(emit('second', 'refuser', 'first')).rejects.toThrow('refused');
      expect(told.slice(2)).toEqual(['second:it', 'refuser:it']);
    } finally {
      await db.close();
    }
  });
});
