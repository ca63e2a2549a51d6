import type { DayInputProps } from './day-input';

/** A day from the browser's own calendar, which also takes typing. */
export function DayInput({ id, label, value, onChange, earliest, latest, byMonth }: DayInputProps) {
  return (
    <input
      id={id}
      type={byMonth ? 'month' : 'date'}
      className={value ? 'field__native' : 'field__native field__native--blank'}
      aria-label={label}
      value={value ?? ''}
      min={byMonth ? earliest.slice(0, 7) : earliest}
      max={byMonth ? latest.slice(0, 7) : latest}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
