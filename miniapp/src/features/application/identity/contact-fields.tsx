import { CONTACT_FIELDS, CONTACT_LENGTHS, type ContactField } from '@jikaotong/shared/contract';
import { contactFieldHint, contactFieldWord } from '@jikaotong/shared/words';
import { TextField } from '../../../ui';
import type { IdentityForm } from './identity-form';

type Props = { value: IdentityForm['contacts']; onChange: (contacts: IdentityForm['contacts']) => void };

/** What a candidate may tell besides the identity; none of it is needed. */
export const ContactFields = ({ value, onChange }: Props) =>
  CONTACT_FIELDS.map((field) => (
    <TextField
      key={field}
      id={field}
      label={`${contactFieldWord(field)}（选填）`}
      value={value[field]}
      placeholder={contactFieldHint(field)}
      maxlength={CONTACT_LENGTHS[field]}
      autocomplete={AUTOCOMPLETE[field]}
      onChange={(text) => onChange({ ...value, [field]: text })}
    />
  ));

/** What a browser may offer to fill in. */
const AUTOCOMPLETE: Readonly<Record<ContactField, string>> = { employer: 'off', address: 'street-address' };
