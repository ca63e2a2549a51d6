import { auditAboutWords, auditActorWord, auditEventWord, auditTopicWord, auditValueWords } from './audit';

/** The columns of the list of what was done (see lists). */
export const AUDIT_COLUMNS = {
  at: { title: '时间' },
  topic: { title: '类别', code: auditTopicWord.any },
  event: { title: '事项', code: auditEventWord },
  actorKind: { title: '谁', code: auditActorWord.any },
  actor: { title: '姓名' },
  about: { title: '对象', data: auditAboutWords },
  values: { title: '内容', data: auditValueWords },
};
