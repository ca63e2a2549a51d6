import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { toolsFolder } from '../../support/project-folder';
import { provideOnce } from '../../support/provide-once';
import { describe, type FaultBook } from './faults';
import type { WeappPackage } from './package-files';

/** What WeChat's own render function gives for a node. */
export type RawNode =
  string | number | undefined | { tag?: string; attr?: Record<string, unknown>; children?: readonly RawNode[] };

/** Draws one template file (path without ending) from its data. */
export type Render = (path: string, data: unknown) => RawNode;

/** Compiles every template with WeChat's own compiler and loads the result into a realm of its own. */
export const compileTemplates = async (weapp: WeappPackage, faults: FaultBook): Promise<Render> => {
  const sources = weapp.files.filter((file) => /\.wxm?[ls]$/.test(file) && !file.endsWith('.wxss'));
  const compiled = spawnSync(await compiler(), ['-d', ...sources, '-gn', '$gwx'], {
    cwd: weapp.folder,
    maxBuffer: 2 ** 28,
    encoding: 'utf8',
  });
  if (compiled.status !== 0) throw new Error(`wcc could not compile the templates: ${compiled.stderr}`);
  const complain = (...said: unknown[]): void => faults.note('template', said.map(describe).join(' '));
  const silent = (): void => {};
  const realm = createContext({ console: { log: complain, warn: complain, error: complain, info: silent } });
  realm['window'] = realm;
  realm['__webview_engine_version__'] = 0.02;
  runInContext(compiled.stdout, realm);
  const parse: (json: string) => unknown = runInContext('(json) => JSON.parse(json)', realm);
  const generator: (path: string) => ((data: unknown) => RawNode) | undefined = runInContext('$gwx', realm);
  return (path, data) => {
    const draw = generator(`${path}.wxml`);
    if (!draw) throw new Error(`${path}.wxml is not in the package`);
    return draw(parse(JSON.stringify(data)));
  };
};

/** The npm package ships the compiler without the right to run it; ours is a copy that may. */
const compiler = async (): Promise<string> => {
  const systems: Partial<Record<NodeJS.Platform, string>> = {
    linux: 'linux/wcc',
    darwin: 'mac/wcc',
    win32: 'windows/wcc.exe',
  };
  const system = systems[process.platform];
  const packaged = createRequire(import.meta.url).resolve('miniprogram-compiler/package.json');
  const original = join(dirname(packaged), 'bin', system ?? '');
  if (!system || !existsSync(original))
    throw new Error(`WeChat's template compiler does not run on ${process.platform}`);
  const folder = await provideOnce(join(toolsFolder, 'wcc'), async (empty) => {
    copyFileSync(original, join(empty, 'wcc'));
    chmodSync(join(empty, 'wcc'), 0o755);
  });
  return join(folder, 'wcc');
};
