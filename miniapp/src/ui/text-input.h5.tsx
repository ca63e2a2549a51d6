import type { ProseInputProps, TextInputProps } from './text-input';

const KEYBOARDS = { text: 'text', number: 'numeric', digit: 'decimal', idcard: 'text' } as const;

/** One line of text in the browser's own field, which fills in, pastes and reads out as people are used to. */
export function TextInput(props: TextInputProps) {
  const { id, label, value, onChange, onLeave, placeholder, type, password, maxlength, disabled, autocomplete } = props;
  return (
    <input
      id={id}
      className="field__native"
      type={password ? 'password' : 'text'}
      inputMode={KEYBOARDS[type]}
      aria-label={label}
      value={value}
      placeholder={placeholder}
      maxLength={maxlength}
      disabled={disabled}
      autoComplete={autocomplete ?? 'off'}
      onChange={(event) => onChange(event.target.value)}
      onBlur={() => onLeave?.()}
    />
  );
}

/** Several lines of text in the browser's own field. */
export function ProseInput({ id, label, value, onChange, placeholder, maxlength }: ProseInputProps) {
  return (
    <textarea
      id={id}
      className="field__native field__prose"
      rows={3}
      aria-label={label}
      value={value}
      placeholder={placeholder}
      maxLength={maxlength}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
