// node check-package.mjs TOOL PROJECT: compiles a package as WeChat's own tool does before it uploads one, without key or
// network, and says what it would refuse. The tool asks WeChat for the limits of the app alone; those it comes with are taken.
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [tool = '', projectPath = ''] = process.argv.slice(2);
const ci = createRequire(join(tool, 'package.json'))('miniprogram-ci');
// it tries to reach WeChat beside the work, and must not end by that
process.on('uncaughtException', () => undefined);
process.on('unhandledRejection', () => undefined);

const project = new ci.Project({
  appid: 'touristappid',
  type: 'miniProgram',
  projectPath,
  privateKey: 'none',
  ignores: [],
});
const limits = { ...ci.DefaultProjectAttr, platform: true };
project.attr = () => Promise.resolve(limits);
const setting = { es6: false, minify: false };
const verdict = await ci
  .getCompiledResult({ project, version: '1', desc: 'check', setting, onProgressUpdate: () => undefined })
  .then(
    (files) => ({ files: Object.keys(files).length }),
    (error) => ({ problem: String(error?.message ?? error) }),
  );
console.log(`VERDICT ${JSON.stringify(verdict)}`);
process.exit(0);
