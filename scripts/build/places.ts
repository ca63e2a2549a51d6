import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Target } from './target';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Where each target is built into. */
export const outputOf = (target: Target): string =>
  path.join(root, target === 'bff' ? 'bff/dist' : `miniapp/dist/${target}`);

/** What each target is built from. */
export const sourcesOf = (target: Target): readonly string[] =>
  (target === 'bff'
    ? ['bff/src', 'shared/src', 'bff/package.json', 'package-lock.json']
    : [
        'miniapp/src',
        'miniapp/config',
        'miniapp/babel.config.js',
        'miniapp/package.json',
        'shared/src',
        'package-lock.json',
      ]
  ).map((name) => path.join(root, name));
