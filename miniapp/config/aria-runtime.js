import { mergeInternalComponents } from '@tarojs/shared';

/** The same attributes as in aria.cjs, for the side that fills the templates. */
const attributes = {
  'aria-role': '',
  'aria-label': '',
  'aria-checked': '',
  'aria-expanded': '',
  'aria-disabled': '',
  'aria-hidden': '',
};

mergeInternalComponents({
  View: attributes,
  Text: attributes,
  Button: attributes,
  Image: attributes,
  Input: attributes,
  Textarea: attributes,
});
