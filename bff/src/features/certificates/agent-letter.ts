import { timeAt } from '@jikaotong/shared/kernel';
import { documentTypeWord, fullDayWords, offeringWords } from '@jikaotong/shared/words';
import { type Context, refuse } from '../../platform/http';
import type { Print } from '../../platform/pdf';
import { findSession } from '../sessions';
import type { Certificate } from './certificate.record';
import { documentNumberOf } from './certificate.repository';
import { waysOf } from './collect';
import { agentOf } from './collection.presenter';
import { findCollection } from './collection.repository';

/** 委托书 with both documents in full, for they are held against it; refuses `wrong-state` where no agent is named. */
export async function letterOf(
  { h, ports, now }: Pick<Context, 'h' | 'ports' | 'now'>,
  certificate: Certificate,
): Promise<Print> {
  const agent = agentOf(ports.crypto, await findCollection(h, certificate.id));
  if (!agent || certificate.state !== 'issued') return refuse('wrong-state', { state: 'no-agent' });
  const documentOf = (type: Certificate['documentType'], number: string) => `${documentTypeWord(type)}${number}`;
  return {
    print: 'agent-letter',
    title: '领证委托书',
    body: certificate.bodyName,
    exam: (await findSession(h, certificate.sessionId))?.name ?? '',
    foot: `${fullDayWords(now.day)} ${timeAt(now.ms)} 生成`,
    letter: {
      name: certificate.name,
      document: documentOf(certificate.documentType, documentNumberOf(ports.crypto, certificate)),
      agentName: agent.name,
      agentDocument: documentOf(agent.documentType, agent.documentNumber),
      number: certificate.number,
      offering: offeringWords(certificate.offering),
      rule: (await waysOf(h, certificate.sessionId)).find(({ method }) => method === 'agent-letter')?.text ?? '',
    },
  };
}
