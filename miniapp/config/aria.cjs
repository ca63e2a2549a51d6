const path = require('node:path');

/** What ui/aria.ts may set. Taro's templates pass on only the attributes they know, so WeChat would never see these. */
const attributes = Object.fromEntries(
  ['role', 'label', 'checked', 'expanded', 'disabled', 'hidden'].map((name) => [`aria-${name}`, '']),
);
const components = {
  View: attributes,
  Text: attributes,
  Button: attributes,
  Image: attributes,
  Input: attributes,
  Textarea: attributes,
};

module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (platform.platform !== 'weapp') return;
      platform.template.mergeComponents(ctx, components);
      platform.runtimePath = [platform.runtimePath, path.resolve(__dirname, 'aria-runtime.js')].flat();
    },
  });
};
