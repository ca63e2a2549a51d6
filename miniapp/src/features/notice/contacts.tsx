import type { Contact, Link } from '@jikaotong/shared/notice';
import { copy, dial, openLink } from '../../platform';
import { Cell, Group } from '../../ui';

type Props = { contacts: readonly Contact[]; links: readonly Link[] };

/** Whom to ask: a telephone is called, anything else opened or copied. */
export function Contacts({ contacts, links }: Props) {
  if (contacts.length + links.length === 0) return null;
  return (
    <Group title="咨询与监督">
      {contacts.map((contact) => (
        <Cell
          key={`${contact.purpose}-${contact.value}`}
          title={contact.label}
          note={[
            isCallable(contact) ? null : contact.value,
            contact.extension ? `分机 ${contact.extension}` : null,
            contact.hours,
          ]
            .filter(Boolean)
            .join(' · ')}
          value={isCallable(contact) ? contact.value : undefined}
          label={`${contact.label} ${contact.value}，${verbOf(contact)}`}
          onTap={() => act(contact)}
        />
      ))}
      {links.map((link) => (
        <Cell key={link.url} title={link.label} note={link.url} onTap={() => openLink(link.url)} />
      ))}
    </Group>
  );
}

const isCallable = ({ kind }: Contact): boolean => kind === 'phone' || kind === 'mobile';
const verbOf = (contact: Contact): string =>
  isCallable(contact) ? '拨打' : contact.kind === 'website' ? '打开' : '复制';

function act(contact: Contact): void {
  if (isCallable(contact)) dial(contact.value);
  else if (contact.kind === 'website') openLink(contact.value);
  else void copy(contact.value);
}
