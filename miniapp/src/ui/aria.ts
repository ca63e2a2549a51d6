export type AriaRole =
  | 'button'
  | 'link'
  | 'checkbox'
  | 'radio'
  | 'switch'
  | 'tab'
  | 'alert'
  | 'status'
  | 'dialog'
  | 'heading'
  | 'list'
  | 'listitem'
  | 'img'
  | 'main'
  | 'radiogroup';

type Facts = {
  role?: AriaRole | undefined;
  label?: string | undefined;
  checked?: boolean | undefined;
  expanded?: boolean | undefined;
  disabled?: boolean | undefined;
  hidden?: boolean | undefined;
};

/** Accessibility attributes under the names each platform reads (`aria-role` in WeChat, `role` in a browser). */
export function aria({ role, label, checked, expanded, disabled, hidden }: Facts): Record<string, string> {
  const attributes: Record<string, string> = {};
  if (role) attributes[process.env.TARO_ENV === 'h5' ? 'role' : 'aria-role'] = role;
  // A heading without a level is none to a browser; WeChat knows no levels.
  if (role === 'heading' && process.env.TARO_ENV === 'h5') attributes['aria-level'] = '2';
  if (label) attributes['aria-label'] = label;
  if (checked !== undefined) attributes['aria-checked'] = String(checked);
  if (expanded !== undefined) attributes['aria-expanded'] = String(expanded);
  if (disabled) attributes['aria-disabled'] = 'true';
  if (hidden) attributes['aria-hidden'] = 'true';
  return attributes;
}
