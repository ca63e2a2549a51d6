import { type Migration, day, encrypted, id, instant, int, json, nullable, ref, text, word } from '../platform/db';

/** Records of a registration elsewhere, entries named by a list from there, and what staff decide of an entry. */
export const registrationTables: Migration = {
  name: '0180-registrations',
  up: async (schema) => {
    await schema.table(
      'contest_registration',
      {
        id: id(),
        version: int(),
        accountId: ref(),
        bodyId: ref(),
        noticeId: text(64),
        accountKey: text(120),
        way: word(),
        ticks: json(),
        state: word(),
        reference: nullable(text(60)),
        registeredOn: nullable(day()),
        name: nullable(text(60)),
        documentType: nullable(word(40)),
        documentNumber: nullable(encrypted()),
        documentIndex: nullable(text(64)),
        phone: nullable(encrypted()),
        phoneIndex: nullable(text(64)),
        createdAt: instant(),
      },
      {
        unique: { uq_contest_registration_account: ['accountKey'] },
        index: {
          ix_contest_registration_notice: ['noticeId', 'state'],
          ix_contest_registration_account: ['accountId', 'id'],
        },
      },
    );
    await schema.addColumns('contest_entry', {
      judgedOn: nullable(day()),
      decision: nullable(word()),
      decisionReason: nullable(text(200)),
      decidedOn: nullable(day()),
      decidedBy: nullable(ref()),
      listedOn: nullable(day()),
      listReference: nullable(text(60)),
      phoneIndex: nullable(text(64)),
    });
    await schema.changeColumns('contest_entry', {
      accountId: nullable(ref()),
      birthDate: nullable(day()),
      sex: nullable(word()),
      phone: nullable(encrypted()),
      entrantGroup: nullable(word()),
      unit: nullable(text(80)),
      unitType: nullable(word()),
      photo: nullable(json()),
    });
    await schema.addColumns('open_case', { entryId: nullable(ref()), otherEntryId: nullable(ref()) });
    await schema.addKeys('open_case', {
      index: { ix_open_case_entry: ['entryId', 'state'], ix_open_case_other_entry: ['otherEntryId', 'state'] },
    });
  },
};
