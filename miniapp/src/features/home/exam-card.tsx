import type { ApplicationSummary, TicketView } from '@jikaotong/shared/contract';
import { type LocalDate, daysBetween } from '@jikaotong/shared/kernel';
import { distanceWords, offeringWords, progressSentence } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { open } from '../../platform';
import { BigButton, Card, Tag } from '../../ui';
import { examWords, nextSitting, useTicket } from '../ticket';
import './home.scss';

/** The exam that is next: when, in which room, on which seat. */
export function ExamCard({ application, today }: { application: ApplicationSummary; today: LocalDate }) {
  const { answer } = useTicket(application.id);
  if (answer.state === 'ready') return <KeptExamCard ticket={answer.data} today={today} />;
  return (
    <Card>
      <View id="next-thing" className="next__what">
        {examWords(application.examStart, null, today)}
      </View>
      <View className="next__side">{offeringWords(application.offering)}</View>
      <View className="next__side">{progressSentence(application.progress)}</View>
      <OpenTicket id={application.id} />
    </Card>
  );
}

/** The same by a ticket at hand. */
export function KeptExamCard({ ticket, today }: { ticket: TicketView; today: LocalDate }) {
  const next = nextSitting(ticket, today);
  return (
    <Card>
      <View className="next__head">
        <View id="next-thing" className="next__what">
          {next ? examWords(next.day, next.startsAt, today) : '还有科目待考'}
        </View>
        {next && daysBetween(today, next.day) > 2 ? <Tag text={distanceWords(next.day, today)} tone="info" /> : null}
      </View>
      {next ? (
        <>
          <View className="next__place">
            {next.roomName} · 座位 {next.seat}
          </View>
          <View className="next__side">
            {next.siteName} · {next.address}
          </View>
        </>
      ) : null}
      <View className="next__side">{offeringWords(ticket.offering)}</View>
      <OpenTicket id={ticket.applicationId} />
    </Card>
  );
}

const OpenTicket = ({ id }: { id: string }) => (
  <View className="next__go">
    <BigButton id="next-open-ticket" text="查看准考证" onTap={() => open('/packages/exam/ticket/index', { id })} />
  </View>
);
