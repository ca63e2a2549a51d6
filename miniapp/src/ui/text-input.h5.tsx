import { entered, enteredProse, left, nativeLimit } from './typed';
import type { ProseInputProps, TextInputProps } from './text-input';

const KEYBOARDS = { text: 'text', number: 'numeric', digit: 'decimal', idcard: 'text' } as const;

/** One line of text in the browser's own field, which fills in, pastes and reads out as people are used to. */
export function TextInput(props: TextInputProps) {
  const { id, label, value, onChange, onLeave, placeholder, type, password, disabled, autocomplete } = props;
  return (
    <input
      id={id}
      className="field__native"
      type={password ? 'password' : 'text'}
      inputMode={KEYBOARDS[type]}
      aria-label={label}
      value={value}
      placeholder={placeholder}
      maxLength={nativeLimit(props)}
      disabled={disabled}
      autoComplete={autocomplete ?? 'off'}
      onChange={(event) => onChange(entered(event.target.value, props))}
      onBlur={() => {
        const tidied = left(value, props);
        if (tidied !== value) onChange(tidied);
        onLeave?.();
      }}
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
      maxLength={2 * maxlength}
      onChange={(event) => onChange(enteredProse(event.target.value, maxlength))}
    />
  );
}
