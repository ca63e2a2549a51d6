export {
  AUDIT_HEAD,
  type AuditEntry,
  type AuditValue,
  FIRST_HASH,
  appendAudit,
  auditHeadRecord,
  auditRecord,
  verifyChain,
} from './audit';
