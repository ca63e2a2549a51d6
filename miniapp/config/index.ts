import path from 'node:path';
import { defineConfig } from '@tarojs/cli';

const shared = path.resolve(__dirname, '../../shared');
/** Packages that ship syntax older phones and WeChat cannot read, so Babel goes over them too. */
const modernPackages = (file: string): boolean => /node_modules[\\/](zod|@tanstack|@noble|uqr)[\\/]/.test(file);

const REFUSAL_WORDS = /shared[\\/]src[\\/]words[\\/]([a-z]+-)?(refusals|refused-rooms|wrong-states)\.ts$/;

export default defineConfig<'webpack5'>(() => ({
  projectName: 'jikaotong',
  date: '2026-11-23',
  designWidth: 375,
  deviceRatio: { 640: 1.17, 750: 1, 375: 2, 828: 0.905 },
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_ENV}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  plugins: ['@tarojs/plugin-html', path.resolve(__dirname, 'aria.cjs')],
  defineConstants: {
    API_BASE: JSON.stringify(process.env.TARO_APP_API_BASE ?? 'http://127.0.0.1:8080'),
  },
  copy: {
    patterns:
      process.env.TARO_ENV === 'h5'
        ? [{ from: 'src/assets/icon.png', to: 'dist/h5/icon.png' }]
        : [{ from: 'src/sitemap.json', to: 'dist/weapp/sitemap.json' }],
    options: {},
  },
  mini: {
    compile: { include: [shared, modernPackages] },
    optimizeMainPackage: { enable: true },
    webpackChain(chain, webpack) {
      chain
        .plugin('abort-controller')
        .use(webpack.ProvidePlugin, [
          { AbortController: [path.resolve(__dirname, 'abort-controller.js'), 'AbortController'] },
        ]);
    },
    postcss: { pxtransform: { enable: true, config: {} }, cssModules: { enable: false } },
  },
  h5: {
    publicPath: '/',
    staticDirectory: 'static',
    // The path stays free for the BFF; a page is named behind the #.
    router: { mode: 'hash' },
    compile: { include: [shared, modernPackages] },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    webpackChain(chain) {
      chain.optimization.splitChunks({
        chunks: 'all',
        // one copy for all pages, and none in the first one
        cacheGroups: { refusals: { test: REFUSAL_WORDS, name: 'refusals', chunks: 'async', enforce: true } },
      });
      chain.entry('app').prepend(path.resolve(__dirname, 'style-nonce.js'));
      chain.plugin('service-worker').use(path.resolve(__dirname, 'service-worker-plugin.cjs'));
    },
    postcss: {
      // A fixed root size: with Taro's growing one a desktop draws everything twice as large.
      pxtransform: { enable: true, config: { baseFontSize: 20, minRootSize: 20, maxRootSize: 20 } },
      autoprefixer: { enable: true, config: {} },
      cssModules: { enable: false },
    },
  },
}));
