import { TextField } from '../../ui';

const LEAST = 10;

type NewPassword = { readonly password: string; readonly again: string };
export const NO_PASSWORD: NewPassword = { password: '', again: '' };

const tooShort = ({ password }: NewPassword): string | null =>
  [...password].length < LEAST ? `请至少用 ${LEAST} 个字符` : null;
const differs = ({ password, again }: NewPassword): string | null => (again === password ? null : '两次填写的不一样');

/** Whether it may be sent: long enough, and twice the same. */
export const isComplete = (given: NewPassword): boolean => tooShort(given) === null && differs(given) === null;

export const PASSWORD_HINT = '可以用几个词拼成一句好记的话；不要用生日、手机号，也不要用别处用过的密码。';

type Props = { value: NewPassword; shown: boolean; onChange: (next: NewPassword) => void };

/** A new password, typed twice. */
export function NewPasswordFields({ value, shown, onChange }: Props) {
  return (
    <>
      <TextField
        id="new-password"
        label="新密码"
        password
        maxlength={128}
        value={value.password}
        placeholder={`至少 ${LEAST} 个字符`}
        autocomplete="new-password"
        error={shown ? tooShort(value) : null}
        onChange={(password) => onChange({ ...value, password })}
      />
      <TextField
        id="new-password-again"
        label="再填一次"
        password
        maxlength={128}
        value={value.again}
        autocomplete="new-password"
        error={shown ? differs(value) : null}
        onChange={(again) => onChange({ ...value, again })}
      />
    </>
  );
}
