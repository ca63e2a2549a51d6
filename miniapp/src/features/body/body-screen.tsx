import { type BodyView, bodies } from '@jikaotong/shared/contract';
import { staffList } from '@jikaotong/shared/lists';
import { open, useAnswer } from '../../platform';
import { Cell, Group, Heading, Loaded, Page } from '../../ui';
import { CertificatePrefixForm } from './certificate-prefix-form';
import { GraceForm } from './grace-form';
import { PublicityForm } from './publicity-form';
import { MerchantForm } from './merchant-form';
import { SealPart } from './seal-part';
import { TextMessagesPart } from './text-messages-part';
import { TicketPatternForm } from './ticket-pattern-form';

/** What an administrator keeps for the body: people, numbers, the seal, the merchant. */
export function BodyScreen({ id }: { id: string }) {
  const answer = useAnswer(bodies.getStaffBody, { params: { id } });
  const people = useAnswer(staffList.counts, { params: { id }, query: { state: 'invited,active' } });
  return (
    <Page>
      <Loaded answer={answer}>
        {(body: BodyView) => (
          <>
            <Heading title={body.name} />
            <Group>
              <Cell
                id="go-people"
                title="工作人员"
                note="邀请、分配权限、停用"
                value={people.state === 'ready' ? `${people.data.total} 人` : undefined}
                onTap={() => open('/packages/staff/people/index', { id })}
              />
              <Cell
                id="go-audit"
                title="操作记录"
                note="谁在什么时候办了什么"
                onTap={() => open('/packages/staff/audit/index', { id })}
              />
              <Cell
                id="go-periods"
                title="个人信息保存期限"
                note="照片、报名内容、成绩保存多久"
                onTap={() => open('/packages/body/periods/index', { id })}
              />
            </Group>
            <TicketPatternForm key={body.ticketNumberPattern} body={body} />
            <CertificatePrefixForm body={body} />
            <GraceForm key={body.graceMinutes} body={body} />
            <PublicityForm body={body} />
            <SealPart body={body} />
            <TextMessagesPart bodyId={body.id} />
            <MerchantForm body={body} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
