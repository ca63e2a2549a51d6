import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applications, notices } from '@jikaotong/shared/contract';
import { localDate } from '@jikaotong/shared/kernel';
import { applicationRecord } from '../../bff/src/features/applications/application.record';
import { openAssessment } from '../../bff/src/features/applications/told-parts';
import { longServingGuard } from '../builders/facts';
import { handIn, readyDraft } from '../support/apply';
import { KNOWN_KEYS, knownCrypto } from '../support/many-paid';
import { openSession } from '../support/open-session';
import { candidateByWechat, firstAdministrator } from '../support/people';
import { type World, openWorld } from '../support/world';

// Ten years of work on 2026-12-01: after the day of the application (11-23), before that of the exam (12-12).
const facts = longServingGuard({
  jobs: [{ occupation: '保安员', from: localDate('2016-12-01'), to: null, employer: '北京某某保安公司' }],
});

describe('a notice that counts its conditions up to the exam', () => {
  let world: World;
  let sessionId: string;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23', env: KNOWN_KEYS });
    // B26 as it is, but for this one leaf
    await world.db.tx((h) =>
      h.run(`UPDATE notice_version SET content = REPLACE(content, '"application-day"', '"exam-day"')
             WHERE notice_id = 'bspia-2026-certification'`),
    );
    sessionId = await openSession(await firstAdministrator(world));
  });
  afterAll(() => world.stop());

  it('tells visitors so by the exam of the open session', async () => {
    const params = { id: 'bspia-2026-certification' };
    const body = { offeringCode: 'security-manager-3', facts: { ...facts, birthDate: localDate('1990-05-01') } };
    const { routes } = await world.stranger.ok(notices.assessFacts, { params, body });
    expect(routes[0]?.verdict).toBe('eligible');
  });

  it('takes an application whose conditions will be met by then, and keeps that day beside the judgement', async () => {
    const person = await candidateByWechat(world, 'o-by-then');
    const draft = await readyDraft(person, sessionId, { offeringCode: 'security-manager-3', route: '1', facts });
    expect(draft.assessment.verdict).toBe('eligible');
    expect((await handIn(person, draft.id)).state).toBe('submitted');
    const row = await world.db.read((h) => h.repo(applicationRecord).findOneByOrFail({ id: draft.id }));
    expect(openAssessment(knownCrypto, row)?.on).toBe('2026-12-12');
    const { assessment } = await person.api.ok(applications.getApplication, { params: { id: draft.id } });
    expect(assessment.verdict).toBe('eligible');
  });
});
