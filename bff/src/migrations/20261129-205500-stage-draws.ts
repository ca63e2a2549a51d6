import {
  type Migration,
  bool,
  day,
  encrypted,
  id,
  instant,
  int,
  json,
  nullable,
  ref,
  sealedText,
  text,
  word,
} from '../platform/db';

/** The draw of a stage of a competition: its promised seed, who starts where, and who came or left afterwards. */
export const stageDraws: Migration = {
  name: '20261129-205500-stage-draws',
  up: async (schema) => {
    await schema.table(
      'stage_draw',
      {
        id: id(),
        seed: encrypted(),
        commitment: text(64),
        committedAt: instant(),
        drawnAt: nullable(instant()),
        drawnBy: nullable(ref()),
        entrants: nullable(int()),
        plan: nullable(json()),
      },
      { foreign: { fk_stage_draw_event: { column: 'id', references: 'event', onDelete: 'CASCADE' } } },
    );
    await schema.table(
      'drawn_place',
      {
        id: id(),
        eventId: ref(),
        candidateId: ref(),
        participantId: ref(),
        pseudonym: text(16),
        position: int(),
        heat: int(),
        station: int(),
        paper: nullable(text(10)),
        day: day(),
        startsAt: text(5),
        endsAt: text(5),
        state: word(),
        late: bool(),
        placeKey: nullable(text(60)),
        entrantKey: nullable(text(80)),
      },
      {
        unique: { uq_drawn_place: ['placeKey'], uq_drawn_place_entrant: ['entrantKey'] },
        index: { ix_drawn_place_order: ['eventId', 'position', 'id'], ix_drawn_place_candidate: ['candidateId'] },
        foreign: {
          fk_drawn_place_draw: { column: 'eventId', references: 'stage_draw', onDelete: 'CASCADE' },
          fk_drawn_place_candidate: { column: 'candidateId', references: 'candidate', onDelete: 'CASCADE' },
        },
      },
    );
    await schema.table(
      'draw_step',
      {
        id: id(),
        eventId: ref(),
        candidateId: ref(),
        pseudonym: text(16),
        kind: word(),
        position: int(),
        reason: sealedText(200),
        takenAt: instant(),
        takenBy: ref(),
      },
      {
        index: { ix_draw_step_event: ['eventId', 'id'], ix_draw_step_candidate: ['candidateId'] },
        foreign: {
          fk_draw_step_draw: { column: 'eventId', references: 'stage_draw', onDelete: 'CASCADE' },
          fk_draw_step_candidate: { column: 'candidateId', references: 'candidate', onDelete: 'CASCADE' },
        },
      },
    );
  },
};
