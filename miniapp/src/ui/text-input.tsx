import { Input, Textarea } from '@tarojs/components';
import { aria } from './aria';
import { type Keyboard, entered, enteredProse, left, nativeLimit } from './typed';

export type TextInputProps = {
  id?: string | undefined;
  label: string;
  value: string;
  onChange: (value: string) => void;
  onLeave?: (() => void) | undefined;
  placeholder?: string | undefined;
  /** Which keyboard a phone shows. */
  type: Keyboard;
  password: boolean;
  maxlength: number;
  disabled: boolean;
  /** What a browser may offer to fill in. */
  autocomplete?: string | undefined;
};

/** One line of text in WeChat's own field. */
export function TextInput(props: TextInputProps) {
  const { id, label, value, onChange, onLeave, placeholder, type, password, disabled } = props;
  return (
    <Input
      className="field__input"
      placeholderClass="field__placeholder"
      id={id}
      value={value}
      placeholder={placeholder}
      type={type}
      password={password}
      maxlength={nativeLimit(props)}
      disabled={disabled}
      onInput={(event) => onChange(entered(event.detail.value, props))}
      onBlur={() => {
        const tidied = left(value, props);
        if (tidied !== value) onChange(tidied);
        onLeave?.();
      }}
      {...aria({ label })}
    />
  );
}

export type ProseInputProps = Pick<TextInputProps, 'id' | 'label' | 'value' | 'onChange' | 'placeholder' | 'maxlength'>;

/** Several lines of text in WeChat's own field. */
export function ProseInput({ label, onChange, maxlength, ...rest }: ProseInputProps) {
  return (
    <Textarea
      className="field__prose"
      placeholderClass="field__placeholder"
      autoHeight
      maxlength={2 * maxlength}
      onInput={(event) => onChange(enteredProse(event.detail.value, maxlength))}
      {...rest}
      {...aria({ label })}
    />
  );
}
