import { Text, View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { aria } from './aria';
import { DayInput } from './day-input';
import { PickInput } from './pick-input';
import { ProseInput, TextInput, type TextInputProps } from './text-input';
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

type TextFieldProps = Omit<RowProps, 'children'> & {
  value: string;
  onChange: (value: string) => void;
  onLeave?: () => void;
  id?: string;
  placeholder?: string;
  /** Which keyboard a phone shows. */
  type?: TextInputProps['type'];
  password?: boolean;
  maxlength?: number;
  disabled?: boolean;
  /** What a browser may offer to fill in. */
  autocomplete?: string;
};

/** In characters: so many stand in the narrowest field of a small phone in large type. */
const LONGEST_PLACEHOLDER = 11;

/** One line of text. */
export function TextField({
  label,
  error,
  hint,
  side,
  type = 'text',
  password = false,
  maxlength = 140,
  disabled = false,
  placeholder,
  ...input
}: TextFieldProps) {
  // what does not fit into the field in large type stands below it, where it can be read while typing, too
  const isLong = placeholder !== undefined && placeholder.length > LONGEST_PLACEHOLDER;
  return (
    <FieldRow label={label} error={error} hint={hint ?? (isLong ? placeholder : null)} side={side}>
      <TextInput
        label={label}
        type={type}
        password={password}
        maxlength={maxlength}
        disabled={disabled}
        {...(placeholder !== undefined && !isLong && { placeholder })}
        {...input}
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
export function ProseField({ label, error, hint, side, maxlength = 500, ...input }: ProseFieldProps) {
  return (
    <FieldRow label={label} error={error} hint={hint} side={side}>
      <ProseInput label={label} maxlength={maxlength} {...input} />
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
  /** A month, `YYYY-MM`. */
  byMonth?: boolean;
};

/** A day. */
export function DayField({
  value,
  onChange,
  id,
  byMonth = false,
  placeholder = byMonth ? '请选择年月' : '请选择日期',
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
        byMonth={byMonth}
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
