import type { DayInputProps } from './day-input';

/** A day from the browser's own calendar, which also takes typing. */
export function DayInput({ id, label, value, onChange, earliest, latest }: DayInputProps) {
  return (
    <input
      id={id}
      type="date"
      className={value ? 'field__native' : 'field__native field__native--blank'}
      aria-label={label}
      value={value ?? ''}
      min={earliest}
      max={latest}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
