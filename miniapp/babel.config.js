const taro = { framework: 'react', ts: true, compiler: 'webpack5' };

module.exports = {
  presets: [['taro', taro]],
  plugins: [
    // NutUI one component at a time: the whole library is larger than a main package may be.
    [
      'import',
      {
        libraryName: '@nutui/nutui-react-taro',
        style: 'css',
        camel2DashComponentName: false,
        customName: (name) => `@nutui/nutui-react-taro/dist/es/packages/${name.toLowerCase()}`,
      },
      'nutui',
    ],
  ],
  overrides: [
    // The signature check works on bigints; `2n ** 255n` rewritten to Math.pow is a TypeError on load.
    { test: /[\\/]@noble[\\/]/, presets: [['taro', { ...taro, exclude: ['transform-exponentiation-operator'] }]] },
  ],
};
