import type { PlaceState } from '@jikaotong/shared/lists';
import type { HeatPlan } from '@jikaotong/shared/rules/draw';
import { wordsIn } from '../../platform/crypto';
import {
  type Row,
  bool,
  day,
  encrypted,
  id,
  instant,
  int,
  json,
  nullable,
  record,
  ref,
  sealedText,
  text,
  word,
} from '../../platform/db';

export type DrawPlan = HeatPlan & { readonly papers: readonly string[] };

/**
 * The draw of a stage, whose event's id it shares: the hash of its seed is shown from the publication of the notice on;
 * `drawnAt` freezes the list, tells the seed, and is set once.
 */
export const stageDrawRecord = record(
  'stage_draw',
  {
    id: id(),
    seed: encrypted(),
    commitment: text(64),
    committedAt: instant(),
    drawnAt: nullable(instant()),
    drawnBy: nullable(ref()),
    entrants: nullable(int()),
    plan: nullable(json<DrawPlan>()),
    /** Who alone of the staff may see which name has which place, as accounts; null: all who may see the draw. */
    keyHolders: nullable(json<readonly string[]>()),
  },
  { published: true, foreign: { fk_stage_draw_event: { column: 'id', references: 'event', onDelete: 'CASCADE' } } },
);
export type StageDraw = Row<typeof stageDrawRecord>;

/** Where somebody starts; `placeKey` keeps a place single while it is held, `entrantKey` an entrant. */
export const drawnPlaceRecord = record(
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
    state: word<PlaceState>(),
    /** Given after the list was frozen. */
    late: bool(),
    placeKey: nullable(text(60)),
    entrantKey: nullable(text(80)),
  },
  {
    published: true,
    unique: { uq_drawn_place: ['placeKey'], uq_drawn_place_entrant: ['entrantKey'] },
    index: { ix_drawn_place_order: ['eventId', 'position', 'id'], ix_drawn_place_candidate: ['candidateId'] },
    foreign: {
      fk_drawn_place_draw: { column: 'eventId', references: 'stage_draw', onDelete: 'CASCADE' },
      fk_drawn_place_candidate: { column: 'candidateId', references: 'candidate', onDelete: 'CASCADE' },
    },
  },
);
export type DrawnPlace = Row<typeof drawnPlaceRecord>;

/** Who left or came after the draw; only added to. */
export const drawStepRecord = record(
  'draw_step',
  {
    id: id(),
    eventId: ref(),
    candidateId: ref(),
    pseudonym: text(16),
    kind: word<'added' | 'withdrawn'>(),
    position: int(),
    reason: sealedText(200),
    takenAt: instant(),
    /** Nobody where the place ended with the stage or the entry. */
    takenBy: nullable(ref()),
  },
  {
    published: true,
    index: { ix_draw_step_event: ['eventId', 'id'], ix_draw_step_candidate: ['candidateId'] },
    foreign: {
      fk_draw_step_draw: { column: 'eventId', references: 'stage_draw', onDelete: 'CASCADE' },
      fk_draw_step_candidate: { column: 'candidateId', references: 'candidate', onDelete: 'CASCADE' },
    },
  },
);
export type DrawStep = Row<typeof drawStepRecord>;

/** All heats went to other days, the first of them from `fromDay` to `toDay`; only added to. */
export const drawMoveRecord = record(
  'draw_move',
  {
    id: id(),
    eventId: ref(),
    fromDay: day(),
    toDay: day(),
    reason: sealedText(200),
    movedAt: instant(),
    movedBy: ref(),
  },
  {
    index: { ix_draw_move_event: ['eventId', 'id'] },
    foreign: { fk_draw_move_draw: { column: 'eventId', references: 'stage_draw', onDelete: 'CASCADE' } },
  },
);
export type DrawMove = Row<typeof drawMoveRecord>;
export const drawMoveWords = wordsIn<'reason'>('draw_move');

/** Why somebody left or came. */
export const drawStepWords = wordsIn<'reason'>('draw_step');
