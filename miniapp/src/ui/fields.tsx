import { Input, Text, Textarea, View } from '@tarojs/components';
import type { ComponentProps, PropsWithChildren, ReactNode } from 'react';
import { aria } from './aria';
import { DayInput } from './day-input';
import { PickInput } from './pick-input';
import './fields.scss';

type RowProps = PropsWithChildren<{
  label: string;
  /** What went wrong, in words; read out at once. */
  error?: string | null | undefined;
  hint?: ReactNode;
  /** Something at the right edge, such as “获取验证码”. */
  side?: ReactNode;
}>;

/** A labelled row of a form: the label above, so that long answers and large type have room. */
export function FieldRow({ label, error, hint, side, children }: RowProps) {
  return (
    <View className={error ? 'field field--wrong' : 'field'}>
      <Text className="field__label">{label}</Text>
      <View className="field__line">
        <View className="field__control">{children}</View>
        {side}
      </View>
      {error ? (
        <View className="field__error" {...aria({ role: 'alert' })}>
          {error}
        </View>
      ) : null}
      {hint && !error ? <View className="field__hint">{hint}</View> : null}
    </View>
  );
}

type InputProps = ComponentProps<typeof Input>;

type TextFieldProps = Omit<RowProps, 'children'> & {
  value: string;
  onChange: (value: string) => void;
  onLeave?: () => void;
  id?: string;
  placeholder?: string;
  type?: InputProps['type'];
  password?: boolean;
  maxlength?: number;
  disabled?: boolean;
  /** What the browser may offer to fill in. */
  autocomplete?: string;
};

/** One line of text. */
export function TextField({
  value,
  onChange,
  onLeave,
  id,
  placeholder,
  type = 'text',
  password,
  maxlength = 140,
  disabled,
  autocomplete,
  ...row
}: TextFieldProps) {
  return (
    <FieldRow {...row}>
      <Input
        id={id}
        className="field__input"
        placeholderClass="field__placeholder"
        value={value}
        placeholder={placeholder}
        type={type}
        password={password}
        maxlength={maxlength}
        disabled={disabled}
        onInput={(event) => onChange(event.detail.value)}
        onBlur={() => onLeave?.()}
        {...aria({ label: row.label })}
        {...(autocomplete && process.env.TARO_ENV === 'h5' ? { autocomplete } : {})}
      />
    </FieldRow>
  );
}

type ProseFieldProps = Omit<RowProps, 'children'> & {
  value: string;
  onChange: (value: string) => void;
  id?: string;
  placeholder?: string;
  maxlength?: number;
};

/** Several lines of text. */
export function ProseField({ value, onChange, id, placeholder, maxlength = 500, ...row }: ProseFieldProps) {
  return (
    <FieldRow {...row}>
      <Textarea
        id={id}
        className="field__prose"
        placeholderClass="field__placeholder"
        value={value}
        placeholder={placeholder}
        maxlength={maxlength}
        autoHeight
        onInput={(event) => onChange(event.detail.value)}
        {...aria({ label: row.label })}
      />
    </FieldRow>
  );
}

type DayFieldProps = Omit<RowProps, 'children'> & {
  /** `YYYY-MM-DD`, or null while unanswered. */
  value: string | null;
  onChange: (day: string) => void;
  id?: string;
  placeholder?: string;
  earliest?: string;
  latest?: string;
  /** Where WeChat's wheel stands before anything is chosen. */
  startAt?: string;
};

/** A day. */
export function DayField({
  value,
  onChange,
  id,
  placeholder = '请选择日期',
  earliest = '1930-01-01',
  latest = '2099-12-31',
  startAt = '2020-01-01',
  ...row
}: DayFieldProps) {
  return (
    <FieldRow {...row}>
      <DayInput
        id={id}
        label={row.label}
        value={value}
        onChange={onChange}
        placeholder={placeholder}
        earliest={earliest}
        latest={latest}
        startAt={startAt}
      />
    </FieldRow>
  );
}

type PickFieldProps<K extends string> = Omit<RowProps, 'children'> & {
  options: readonly { readonly key: K; readonly text: string }[];
  value: K | null;
  onChange: (key: K) => void;
  id?: string;
  placeholder?: string;
};

/** One of many; a few options are better shown as choices. */
export function PickField<K extends string>({
  options,
  value,
  onChange,
  id,
  placeholder = '请选择',
  ...row
}: PickFieldProps<K>) {
  return (
    <FieldRow {...row}>
      <PickInput
        id={id}
        label={row.label}
        options={options}
        value={value}
        onChange={onChange}
        placeholder={placeholder}
      />
    </FieldRow>
  );
}
