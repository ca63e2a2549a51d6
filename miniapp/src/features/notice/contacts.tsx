import { notices } from '@jikaotong/shared/contract';
import type { Contact } from '@jikaotong/shared/notice';
import { contactPurposeWord, phoneWords } from '@jikaotong/shared/words';
import { copy, dial, openLink, useAnswer } from '../../platform';
import { Cell, Group } from '../../ui';

const PURPOSES = ['consulting', 'group-application', 'payment', 'supervision', 'enquiry'] as const;

/** Whom to ask and to whom to complain: a telephone is called, anything else opened or copied. */
export function Contacts({ contacts }: { contacts: readonly Contact[] }) {
  return (
    <>
      {PURPOSES.map((purpose) => {
        const these = contacts.filter((contact) => contact.purpose === purpose);
        return these.length === 0 ? null : (
          <Group key={purpose} title={contactPurposeWord(purpose)}>
            {these.map((contact) => (
              <OneContact key={`${contact.label}-${contact.value}`} contact={contact} />
            ))}
          </Group>
        );
      })}
    </>
  );
}

/** Whom to call while one fills in or waits: the body's number for questions, with its hours. */
export function HelpLine({ contacts }: { contacts: readonly Contact[] }) {
  const asked = contacts.filter(
    ({ purpose, kind }) => purpose === 'consulting' && (kind === 'phone' || kind === 'mobile'),
  );
  if (asked.length === 0) return null;
  return (
    <Group title="有疑问？打电话问">
      {asked.slice(0, 2).map((contact) => (
        <OneContact key={contact.value} contact={contact} />
      ))}
    </Group>
  );
}

/** The same where only the notice's id is at hand. */
export function HelpLineOf({ noticeId }: { noticeId: string }) {
  const answer = useAnswer(notices.getNotice, { params: { id: noticeId } });
  return answer.state === 'ready' ? <HelpLine contacts={answer.data.notice.contacts} /> : null;
}

function OneContact({ contact }: { contact: Contact }) {
  const { label, value, extension, hours } = contact;
  const callable = contact.kind === 'phone' || contact.kind === 'mobile';
  const verb = callable ? '拨打' : contact.kind === 'website' ? '打开' : '复制';
  const notes = [callable ? null : value, extension ? `接通后请拨分机 ${extension}` : null, hours].filter(Boolean);
  return (
    <Cell
      title={label}
      note={notes.join('；')}
      value={callable ? phoneWords(contact) : verb}
      label={`${label} ${value}${extension ? ` 分机 ${extension}` : ''}，${verb}`}
      onTap={() => {
        if (callable) dial(value, extension);
        else if (contact.kind === 'website') openLink(value);
        else void copy(value);
      }}
    />
  );
}
