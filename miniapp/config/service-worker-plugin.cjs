const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const path = require('node:path');

/** Pages that are of use without a network: the tabs, and what is one's own. */
const OFFLINE_PAGES = /pages\/(notices|mine|look-up|me)\/|packages\/(exam\/ticket|apply\/detail)\//;

/** Writes `sw.js`: which files make those pages, a name for this build, and what `service-worker.js` does with them. */
module.exports = class ServiceWorkerPlugin {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('ServiceWorkerPlugin', (compilation) => {
      const { Compilation, sources } = compiler.webpack;
      compilation.hooks.processAssets.tap(
        { name: 'ServiceWorkerPlugin', stage: Compilation.PROCESS_ASSETS_STAGE_REPORT },
        () => {
          const groups = compilation.chunkGroups.filter(
            (group) =>
              compilation.entrypoints.has(group.name) ||
              group.origins.some(({ request }) => OFFLINE_PAGES.test(String(request))),
          );
          const files = groups.flatMap((group) => group.getFiles()).filter((name) => /\.(js|css)$/.test(name));
          const pages = [...new Set(files)].map((name) => `/${name}`);
          const worker = readFileSync(path.join(__dirname, 'service-worker.js'), 'utf8');
          const build = createHash('sha256')
            .update([...pages, worker].join())
            .digest('hex')
            .slice(0, 12);
          const head = `const BUILD = ${JSON.stringify(build)};\nconst PAGES = ${JSON.stringify(pages)};\n`;
          compilation.emitAsset('sw.js', new sources.RawSource(head + worker));
        },
      );
    });
  }
};
