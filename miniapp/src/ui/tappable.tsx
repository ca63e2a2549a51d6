import { View } from '@tarojs/components';
import type { KeyboardEvent, PropsWithChildren } from 'react';
import { type AriaRole, aria } from './aria';

type Props = PropsWithChildren<{
  onTap: () => void;
  className?: string;
  id?: string;
  role?: AriaRole;
  /** What a screen reader says when the visible text is not enough. */
  label?: string;
  checked?: boolean;
  expanded?: boolean;
  disabled?: boolean;
}>;

/** Anything that can be tapped: also by Enter or space on a desk, and named to screen readers. */
export function Tappable({
  onTap,
  className = '',
  id,
  role = 'button',
  label,
  checked,
  expanded,
  disabled = false,
  children,
}: Props) {
  const act = () => {
    if (!disabled) onTap();
  };
  return (
    <View
      {...(id === undefined ? {} : { id })}
      className={className}
      hoverClass={disabled ? 'none' : 'is-pressed'}
      onClick={act}
      {...aria({ role, label, checked, expanded, disabled })}
      {...onKeys(act)}
    >
      {children}
    </View>
  );
}

/** Keys exist on h5 only; the weapp template knows no such event. */
const onKeys = (act: () => void) =>
  process.env.TARO_ENV === 'h5'
    ? {
        tabIndex: 0,
        onKeyDown: (event: KeyboardEvent) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          act();
        },
      }
    : {};
