import { Input, Textarea } from '@tarojs/components';
import { aria } from './aria';

export type TextInputProps = {
  id?: string | undefined;
  label: string;
  value: string;
  onChange: (value: string) => void;
  onLeave?: (() => void) | undefined;
  placeholder?: string | undefined;
  /** Which keyboard a phone shows. */
  type: 'text' | 'number' | 'idcard' | 'digit';
  password: boolean;
  maxlength: number;
  disabled: boolean;
  /** What a browser may offer to fill in. */
  autocomplete?: string | undefined;
};

/** One line of text in WeChat's own field. */
export function TextInput(props: TextInputProps) {
  const { id, label, value, onChange, onLeave, placeholder, type, password, maxlength, disabled } = props;
  return (
    <Input
      className="field__input"
      placeholderClass="field__placeholder"
      id={id}
      value={value}
      placeholder={placeholder}
      type={type}
      password={password}
      maxlength={maxlength}
      disabled={disabled}
      onInput={(event) => onChange(event.detail.value)}
      onBlur={() => onLeave?.()}
      {...aria({ label })}
    />
  );
}

export type ProseInputProps = Pick<TextInputProps, 'id' | 'label' | 'value' | 'onChange' | 'placeholder' | 'maxlength'>;

/** Several lines of text in WeChat's own field. */
export function ProseInput({ label, onChange, ...rest }: ProseInputProps) {
  return (
    <Textarea
      className="field__prose"
      placeholderClass="field__placeholder"
      autoHeight
      onInput={(event) => onChange(event.detail.value)}
      {...rest}
      {...aria({ label })}
    />
  );
}
