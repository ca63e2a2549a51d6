import type { TimeInputProps } from './time-input';

/** A time of day from the browser's own wheel, which also takes typing. */
export function TimeInput({ id, label, value, onChange }: TimeInputProps) {
  return (
    <input
      id={id}
      type="time"
      className="field__native"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
