import type { PickInputProps } from './pick-input';

/** One of many from the browser's own list. */
export function PickInput<K extends string>({ id, label, options, value, onChange, placeholder }: PickInputProps<K>) {
  return (
    <select
      id={id}
      className={value === null ? 'field__native field__native--blank' : 'field__native'}
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => {
        const option = options.find(({ key }) => key === event.target.value);
        if (option) onChange(option.key);
      }}
    >
      <option value="" disabled>
        {placeholder}
      </option>
      {options.map((option) => (
        <option key={option.key} value={option.key}>
          {option.text}
        </option>
      ))}
    </select>
  );
}
