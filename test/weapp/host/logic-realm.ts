import { createContext, runInContext } from 'node:vm';
import { describe, type FaultBook } from './faults';
import { resolvePath, type WeappPackage } from './package-files';

/** The definition that a file handed to `App`, `Page` or `Component`. */
export type Definition = Record<string, unknown>;

/** The realm in which WeChat runs a mini-program's JavaScript: no window, document, fetch, URL or eval. */
export type LogicRealm = {
  load: (file: string) => void;
  app: () => Definition;
  page: (route: string) => Definition;
  /** Copies plain data (and ArrayBuffers) so that it belongs to this realm. */
  adopt: (value: unknown) => unknown;
  /** Runs no timer any more, as when WeChat ends the mini-program. */
  close: () => void;
};

/** Names that Node's plain realm has and WeChat's logic layer lacks on some phones. */
const absent = ['WebAssembly', 'SharedArrayBuffer', 'Atomics', 'Intl', 'eval', 'escape', 'unescape'];
/** Methods that came with iOS 15.4 or later; candidates hold older phones. */
const tooNew = [
  'Object.hasOwn',
  'Object.groupBy',
  'Array.fromAsync',
  ...['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with'].map(
    (name) => `Array.prototype.${name}`,
  ),
  ...['at', 'replaceAll', 'isWellFormed'].map((name) => `String.prototype.${name}`),
];
const shadowed = ['window', 'document', 'frames', 'self', 'location', 'navigator', 'localStorage', 'history', 'fetch'];

/** Makes the realm around `wx`; `pages` answers getCurrentPages. */
export const createLogicRealm = (options: {
  weapp: WeappPackage;
  wx: object;
  faults: FaultBook;
  pages: () => readonly object[];
}): LogicRealm => {
  const { weapp, wx, faults, pages } = options;
  const definitions = new Map<string, Definition>();
  const modules = new Map<string, { exports: unknown }>();
  let loading = '';
  let isClosed = false;

  const guarded =
    <A extends unknown[]>(run: (...args: A) => void) =>
    (...args: A): void => {
      if (isClosed) return;
      try {
        run(...args);
      } catch (error) {
        faults.note('uncaught', describe(error));
      }
    };
  const define = (definition: Definition): void => void definitions.set(loading, definition);
  const quiet = (): void => {};
  const complain = (...said: unknown[]): void => faults.note('console-error', said.map(describe).join(' '));
  const realm = createContext({
    wx,
    console: { log: quiet, info: quiet, debug: quiet, warn: quiet, error: complain, group: quiet, groupEnd: quiet },
    setTimeout: (run: (...a: unknown[]) => void, ms = 0, ...a: unknown[]) => Number(setTimeout(guarded(run), ms, ...a)),
    setInterval: (run: (...a: unknown[]) => void, ms = 0, ...a: unknown[]) =>
      Number(setInterval(guarded(run), ms, ...a)),
    clearTimeout: (id?: number) => clearTimeout(id),
    clearInterval: (id?: number) => clearInterval(id),
    App: define,
    Page: define,
    Component: (definition: Definition) => define({ ...methodsOf(definition), ...definition }),
    Behavior: (definition: Definition) => definition,
    getApp: () => definitions.get('app'),
    getCurrentPages: () => [...pages()],
  });
  realm['global'] = realm;
  runInContext(neuterFunction, realm);
  runInContext(
    [...absent.map((name) => `globalThis.${name}`), ...tooNew].map((name) => `delete ${name};`).join(''),
    realm,
  );

  const parse: (json: string) => unknown = runInContext('(json) => JSON.parse(json)', realm);
  const copyBuffer: (bytes: Uint8Array) => unknown = runInContext(
    '(bytes) => { const copy = new ArrayBuffer(bytes.length); new Uint8Array(copy).set(bytes); return copy; }',
    realm,
  );
  const adopt = (value: unknown): unknown => {
    if (value instanceof Uint8Array) return copyBuffer(value);
    if (value === undefined || typeof value === 'function') return value;
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
      const copy = parse('{}');
      if (copy !== null && typeof copy === 'object') {
        for (const [key, entry] of Object.entries(value)) Reflect.set(copy, key, adopt(entry));
      }
      return copy;
    }
    return parse(JSON.stringify(value));
  };

  const evaluate = (file: string): unknown => {
    const known = modules.get(file);
    if (known) return known.exports;
    const module: { exports: unknown } = { exports: adopt({}) };
    modules.set(file, module);
    const parameters = ['require', 'module', 'exports', ...shadowed, 'XMLHttpRequest'].join(',');
    const run: (...args: unknown[]) => void = runInContext(`(function(${parameters}){${weapp.read(file)}\n})`, realm, {
      filename: file,
    });
    run((target: string) => evaluate(requirable(file, target)), module, module.exports);
    return module.exports;
  };
  const requirable = (from: string, target: string): string => {
    const path = resolvePath(from, /^[./]/.test(target) ? target : `./${target}`);
    const file = path.endsWith('.js') ? path : `${path}.js`;
    const owner = weapp.packageOf(file);
    if (owner !== '' && owner !== weapp.packageOf(from)) {
      faults.note('stray-package', `${from} requires ${file}, which is in another package`);
    }
    return file;
  };

  const definitionOf = (path: string): Definition => {
    const definition = definitions.get(path);
    if (!definition) throw new Error(`${path}.js defined nothing`);
    return definition;
  };
  return {
    load: (file) => {
      loading = file.replace(/\.js$/, '');
      evaluate(file);
    },
    app: () => definitionOf('app'),
    page: definitionOf,
    adopt,
    close: () => void (isClosed = true),
  };
};

const methodsOf = (definition: Definition): Definition => {
  const { methods } = definition;
  return methods !== null && typeof methods === 'object' ? { ...methods } : {};
};

/** WeChat lets `new Function('return this')` through, for polyfills, and makes everything else do nothing. */
const neuterFunction = `(function () {
  var Native = Function;
  var Neutered = function () {
    var last = arguments[arguments.length - 1];
    return last === 'return this' ? function () { return globalThis; } : function () {};
  };
  Neutered.prototype = Native.prototype;
  globalThis.Function = Neutered;
})()`;
