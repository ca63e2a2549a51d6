import { type ListRow, auditList } from '@jikaotong/shared/lists';
import { auditAboutWords, auditActorWord, auditEventWord, auditValueWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { open, toast } from '../../platform';
import { useToday } from '../demonstration';
import { ListView } from '../list';
import { momentWords } from '../staff';

type Event = ListRow<typeof auditList>;

/** What happened in the body, latest first; nothing here can be changed. */
export const AuditScreen = ({ id }: { id: string }) => (
  <ListView
    list={auditList}
    id={id}
    unit="条"
    about="谁在什么时候办了什么。只能看，不能改。"
    card={cardOf}
    elementId={elementIdOf}
    onOpen={openWhat}
    asideAtDesk={['topic']}
  />
);

/** What the event names is what its reader wants to see: the application it was about. */
const openWhat = ({ about }: Event): void => {
  const id = about['applicationId'];
  if (typeof id === 'string') open('/packages/review/review/index', { id });
  else toast('这一条没有可以打开的报名');
};

const elementIdOf = ({ id }: Event): string => `event-${id}`;
const cardOf = (event: Event) => ({ title: auditEventWord(event.event), note: <EventNote event={event} /> });

function EventNote({ event: { at, actor, actorKind, about, values } }: { event: Event }) {
  const today = useToday();
  return (
    <>
      <View>{[actor ?? auditActorWord(actorKind), momentWords(at, today)].join('　')}</View>
      <View>{[auditAboutWords(about), auditValueWords(values)].filter((words) => words !== '').join('　')}</View>
    </>
  );
}
