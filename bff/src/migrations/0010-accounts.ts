import { type Migration, bool, encrypted, id, instant, int, key, nullable, ref, text, word } from '../platform/db';

export const accountTables: Migration = {
  name: '0010-accounts',
  up: async (schema) => {
    const ofAccount = (name: string) =>
      ({
        [name]: { column: 'accountId', references: 'account', onDelete: 'CASCADE' },
      }) as const;
    await schema.table('account', {
      id: id(),
      kind: word(),
      displayName: nullable(text(40)),
      phone: nullable(encrypted()),
      disabled: bool(),
      consentVersion: nullable(text(20)),
      consentAt: nullable(instant()),
      totpSecret: nullable(encrypted()),
      totpConfirmedAt: nullable(instant()),
      totpStep: nullable(int()),
      createdAt: instant(),
    });
    await schema.table(
      'sign_in',
      {
        id: id(),
        accountId: ref(),
        kind: word(),
        issuer: text(64),
        subject: text(128),
        secretHash: nullable(text(255)),
        createdAt: instant(),
      },
      {
        unique: { uq_sign_in_subject: ['kind', 'issuer', 'subject'] },
        index: { ix_sign_in_account: ['accountId'] },
        foreign: ofAccount('fk_sign_in_account'),
      },
    );
    await schema.table(
      'token_family',
      {
        id: id(),
        accountId: ref(),
        currentHash: text(64),
        previousHash: nullable(text(64)),
        seed: text(64),
        rotatedAt: instant(),
        expiresAt: instant(),
        revokedAt: nullable(instant()),
      },
      { index: { ix_token_family_account: ['accountId'] }, foreign: ofAccount('fk_token_family_account') },
    );
    await schema.table(
      'sms_code',
      {
        id: id(),
        phoneIndex: text(64),
        codeHash: text(64),
        sentAt: instant(),
        expiresAt: instant(),
        triesLeft: int(),
      },
      { unique: { uq_sms_code_phone: ['phoneIndex'] } },
    );
    await schema.table(
      'wrong_tries',
      { key: key(64), count: int(), endsAt: instant() },
      { index: { ix_wrong_tries_ends: ['endsAt'] } },
    );
    await schema.table(
      'invitation',
      { id: id(), accountId: ref(), tokenHash: text(64), expiresAt: instant(), usedAt: nullable(instant()) },
      {
        unique: { uq_invitation_token: ['tokenHash'] },
        index: { ix_invitation_account: ['accountId'] },
        foreign: ofAccount('fk_invitation_account'),
      },
    );
    await schema.table(
      'staff_grant',
      { id: id(), accountId: ref(), bodyId: ref(), bodyName: text(80), role: word(), grantedAt: instant() },
      {
        unique: { uq_staff_grant_role: ['accountId', 'bodyId', 'role'] },
        index: { ix_staff_grant_body: ['bodyId', 'role'] },
        foreign: ofAccount('fk_staff_grant_account'),
      },
    );
  },
};
