import { notices } from '@jikaotong/shared/contract';
import type { Notice } from '@jikaotong/shared/notice';
import { organiserWord, referenceWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useAnswer } from '../../../platform';
import { Group, Heading, Loaded, Page } from '../../../ui';
import { Originals } from '../originals';
import { Address, ApplyingRules } from './applying-rules';
import { ContestRules } from './contest-rules';
import { ExamRules } from './exam-rules';
import { SourcedRow } from './sourced-row';

/** Everything else that a notice says, each with its clause: how to apply, what follows, who stands behind it. */
export function ReferencesScreen({ id }: { id: string }) {
  const answer = useAnswer(notices.getNotice, { params: { id } });
  return (
    <Page>
      <Loaded answer={answer}>
        {({ notice }) => (
          <Originals notice={id}>
            <Heading title="报考须知">{notice.title.value}</Heading>
            <ContestRules notice={notice} />
            <ApplyingRules notice={notice} />
            <ExamRules notice={notice} />
            <Notes notice={notice} />
            <Behind notice={notice} />
          </Originals>
        )}
      </Loaded>
    </Page>
  );
}

function Notes({ notice }: { notice: Notice }) {
  if (notice.notes.length === 0) return null;
  return (
    <Group title="其他说明">
      {notice.notes.map((note) => (
        <SourcedRow key={note.code} of={note.source}>
          {note.text}
        </SourcedRow>
      ))}
    </Group>
  );
}

/** Organisers, standards, books, rules, attachments, links. */
function Behind({ notice }: { notice: Notice }) {
  return (
    <>
      <Group title="主办和承办单位">
        {notice.organisers.map(({ role, name, source }) => (
          <SourcedRow key={`${role}-${name}`} of={source}>
            {name}
            <View className="sourced__side">{organiserWord(role)}</View>
          </SourcedRow>
        ))}
      </Group>
      {notice.references.length > 0 ? (
        <Group title="标准、教材和规定">
          {notice.references.map(({ code, kind, title, url, source }) => (
            <View key={code}>
              <SourcedRow of={source}>
                {title}
                <View className="sourced__side">{referenceWord(kind)}</View>
              </SourcedRow>
              {url ? <Address url={url} /> : null}
            </View>
          ))}
        </Group>
      ) : null}
      {notice.attachments.length > 0 ? (
        <Group title="附件">
          {notice.attachments.map(({ code, label, source }) => (
            <SourcedRow key={code} of={source}>
              {label}
            </SourcedRow>
          ))}
        </Group>
      ) : null}
      {notice.links.length > 0 ? (
        <Group title="官方网址">
          {notice.links.map(({ label, url, source }) => (
            <View key={url}>
              <SourcedRow of={source}>{label}</SourcedRow>
              <Address url={url} />
            </View>
          ))}
        </Group>
      ) : null}
    </>
  );
}
