/**
 * The oldest that the app runs on: phones of 2019, and WeChat's base library 2.25.2, which asks for no less. Taro's own
 * components are written for them, too; rewriting ours for older ones made every page a tenth larger and helped nobody.
 */
const targets = { ios: '13', chrome: '69' };
const taro = { framework: 'react', ts: true, compiler: 'webpack5', targets, ignoreBrowserslistConfig: true };

module.exports = {
  presets: [['taro', taro]],
  overrides: [
    // The signature check works on bigints; `2n ** 255n` rewritten to Math.pow is a TypeError on load.
    { test: /[\\/]@noble[\\/]/, presets: [['taro', { ...taro, exclude: ['transform-exponentiation-operator'] }]] },
  ],
};
