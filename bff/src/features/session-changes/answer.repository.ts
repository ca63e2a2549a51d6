import { type Handle, insert, newId } from '../../platform/db';
import { type Answer, answerRecord } from './answer.record';

export const addAnswer = (h: Handle, answer: Omit<Answer, 'id'>): Promise<void> =>
  insert(h, answerRecord, { id: newId(), ...answer });
