import { readFile } from 'node:fs/promises';
import { type LocalDate, ok } from '@jikaotong/shared/kernel';
import type { Notice } from '@jikaotong/shared/notice';
import { parseFacts } from '@jikaotong/shared/notice-file';
import { lastApplicationDay } from '@jikaotong/shared/rules/calendar';
import { assess as assessFacts } from '@jikaotong/shared/rules/eligibility';
import { type Answer, printedSource, refused } from './answer';
import { callerPath, findOffering } from './find-notice';
import { dayOption, readArguments } from './read-arguments';

/** `assess ID --offering C --facts FILE --on DAY`: every route with its reasons. */
export async function assess(args: readonly string[]): Promise<Answer> {
  const read = readArguments(args, ['offering', 'facts', 'on']);
  if (!read.ok) return read;
  const { options, subject } = read.value;
  const found = await findOffering(subject, options.offering);
  if (!found.ok) return found;
  const on = dayOption('on', options.on);
  if (!on.ok) return on;
  if (on.value === null) return refused('--on', 'option-missing', 'name the day, --on YYYY-MM-DD');
  if (options.facts === undefined) return refused('--facts', 'option-missing', 'name a JSON file of facts');
  const json = await factsText(callerPath(options.facts));
  if (json === null) return refused('--facts', 'file-not-found', `no readable file at ${options.facts}`);
  const facts = parseFacts(json);
  if (!facts.ok) return facts;
  const { notice, offering } = found.value;
  const answer = assessFacts({ notice, offeringCode: offering.code, facts: facts.value, on: on.value });
  const routes = answer.routes.map((route) => ({ earliestOn: null, ...route }));
  return ok({ ...answer, routes, warnings: tooLate(notice, offering.code, answer.earliestOn) });
}

/** The candidate becomes eligible after this notice takes its last application. */
function tooLate(notice: Notice, offeringCode: string, earliestOn: LocalDate | null) {
  const last = lastApplicationDay(notice, offeringCode);
  if (earliestOn === null || last === null || earliestOn <= last.day) return [];
  const data = { earliestOn, lastApplicationDay: last.day };
  return [{ code: 'earliest-after-last-application', data, clause: printedSource(last.source).clause }];
}

async function factsText(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}
