import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What app.json says that the host acts upon. */
type AppConfig = {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
  subpackages?: { root: string; pages: string[] }[];
  tabBar?: { list: { pagePath: string; text: string }[] };
};

/** A built weapp package: its files, its pages and how it is divided. */
export type WeappPackage = {
  folder: string;
  files: readonly string[];
  routes: readonly string[];
  tabs: readonly { route: string; text: string }[];
  /** The subpackage a file belongs to, or '' for the main package. */
  packageOf: (file: string) => string;
  read: (file: string) => string;
  /** Custom components a page or component may use: tag name → path without ending. */
  componentsOf: (path: string) => Readonly<Record<string, string>>;
  /** Bytes by package; the main package is ''. */
  sizes: () => ReadonlyMap<string, number>;
};

/** Opens the folder that `taro build --type weapp` filled. */
export const openPackage = (folder: string): WeappPackage => {
  const files = listFiles(folder);
  // Read once: a build that runs meanwhile does not pull the package from under the phone.
  const contents = new Map(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
  const read = (file: string): string => {
    const text = contents.get(file);
    if (text === undefined) throw new Error(`${file} is not in the package`);
    return text;
  };
  const config: AppConfig = JSON.parse(read('app.json'));
  const subPackages = config.subPackages ?? config.subpackages ?? [];
  const roots = subPackages.map((one) => trimSlashes(one.root));
  const packageOf = (file: string): string => roots.find((root) => file.startsWith(`${root}/`)) ?? '';
  const routes = [
    ...config.pages,
    ...subPackages.flatMap(({ root, pages }) => pages.map((page) => `${trimSlashes(root)}/${page}`)),
  ];
  const components = new Map<string, Record<string, string>>();
  const componentsOf = (path: string): Record<string, string> => {
    const known = components.get(path);
    if (known) return known;
    const json = contents.get(`${path}.json`) ?? '{}';
    const { usingComponents = {} }: { usingComponents?: Record<string, string> } = JSON.parse(json);
    const resolved = Object.entries(usingComponents).map(([tag, target]) => [tag, resolvePath(path, target)] as const);
    components.set(path, Object.fromEntries(resolved));
    return Object.fromEntries(resolved);
  };
  const sizes = (): Map<string, number> => {
    const bytes = new Map(['', ...roots].map((root) => [root, 0]));
    for (const file of files) {
      if (/\.(map|LICENSE\.txt)$/.test(file)) continue;
      const owner = packageOf(file);
      bytes.set(owner, (bytes.get(owner) ?? 0) + statSync(join(folder, file)).size);
    }
    return bytes;
  };
  const tabs = (config.tabBar?.list ?? []).map(({ pagePath, text }) => ({ route: pagePath, text }));
  return { folder, files, routes, tabs, packageOf, read, componentsOf, sizes };
};

/** A path as a file of the package writes it (`../../comp`, `/pages/x`), seen from the top of the package. */
export const resolvePath = (from: string, target: string): string =>
  new URL(target, `file:///${from}`).pathname.slice(1);

const trimSlashes = (path: string): string => path.replace(/^\/+|\/+$/g, '');

const listFiles = (folder: string, below = ''): string[] =>
  readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below ? `${below}/${entry.name}` : entry.name;
    return entry.isDirectory() ? listFiles(folder, path) : [path];
  });
