import { useState } from 'react';
import { FieldRow, TextButton, TextField } from '../../../ui';
import { FixedValue } from './fixed-value';

type Props = {
  value: string;
  /** The stored number, masked; null while there is none. */
  masked: string | null;
  error: string | null;
  onChange: (phone: string) => void;
  onLeave: () => void;
};

/** The phone at which the candidate is reached; a stored one is shown masked and typed anew only on purpose. */
export function PhoneField({ value, masked, error, onChange, onLeave }: Props) {
  const [retyping, setRetyping] = useState(value !== '');
  if (masked && !retyping) {
    return (
      <FieldRow
        label="手机号"
        side={<TextButton id="retype-phone" text="更换" label="更换手机号" onTap={() => setRetyping(true)} />}
      >
        <FixedValue>{masked}</FixedValue>
      </FieldRow>
    );
  }
  return (
    <TextField
      id="phone"
      label="手机号"
      type="number"
      maxlength={11}
      value={value}
      placeholder="11 位手机号，工作人员用它联系您"
      error={error}
      autocomplete="tel-national"
      onChange={onChange}
      onLeave={onLeave}
    />
  );
}
