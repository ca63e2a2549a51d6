import { Button, Text } from '@tarojs/components';
import type { ComponentProps } from 'react';
import { aria } from './aria';
import { useSettled } from './settled';
import { Tappable } from './tappable';
import './buttons.scss';

type Tone = 'primary' | 'plain' | 'danger';

type BigButtonProps = {
  text: string;
  onTap?: () => void;
  tone?: Tone;
  /** Shows that work is under way and takes no second tap. */
  busy?: boolean;
  disabled?: boolean;
  /** What is still to be done before: grey, it says this in place of its text. */
  waitsFor?: string | false | null;
  id?: string;
};

/** The next step; one filled button a screen, others plain. */
export function BigButton({
  onTap,
  tone = 'primary',
  busy = false,
  disabled = false,
  waitsFor,
  id,
  ...of
}: BigButtonProps) {
  const settled = useSettled();
  const text = waitsFor || of.text;
  const still = busy || disabled || Boolean(waitsFor);
  return (
    <Tappable
      id={id}
      className={`big-button big-button--${tone}${still ? ' big-button--still' : ''}`}
      disabled={still || !settled}
      label={busy ? `${text}，请稍候` : text}
      onTap={() => onTap?.()}
    >
      {busy ? <Text className="big-button__turning" /> : null}
      <Text>{text}</Text>
    </Tappable>
  );
}

type WechatButtonProps = { text: string; tone?: Tone } & Pick<
  ComponentProps<typeof Button>,
  'openType' | 'onGetPhoneNumber'
>;

/** A button WeChat itself answers, such as sharing or asking for the phone number. */
export function WechatButton({ text, tone = 'primary', ...rest }: WechatButtonProps) {
  return (
    <Button
      className={`big-button big-button--${tone}`}
      hoverClass="is-pressed"
      {...aria({ role: 'button' })}
      {...rest}
    >
      {text}
    </Button>
  );
}

/** A quiet action in text. */
export function TextButton({
  text,
  onTap,
  id,
  label,
}: {
  text: string;
  onTap: () => void;
  id?: string;
  label?: string;
}) {
  return (
    <Tappable className="text-button" id={id} label={label} onTap={onTap}>
      <Text>{text}</Text>
    </Tappable>
  );
}
