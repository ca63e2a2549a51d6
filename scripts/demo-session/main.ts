import { readFileSync } from 'node:fs';
import path from 'node:path';
import { demonstration, sessions } from '@jikaotong/shared/contract';
import { type Result, failed, ok } from '@jikaotong/shared/kernel';
import { signInStaff, httpClient } from '../http-client';
import { keptAddress } from '../start/kept-address';
import { portIn } from '../start/ports';
import { demonstrationSchema, staffNameOf } from '../start/staff';
import { type DemoStage, STAGES, fillSession } from './run';

const BODY = 'bspia';

type Options = { readonly count: number; readonly until: DemoStage };

/** Reads `--count 300 --until paid`; refuses with one sentence. */
function readOptions(words: readonly string[]): Result<Options, string> {
  let options: Options = { count: 300, until: 'submitted' };
  for (let at = 0; at < words.length; at += 2) {
    const [word, given = ''] = [words[at], words[at + 1]];
    const count = Number(given);
    const until = STAGES.find((stage) => stage === given);
    if (word === '--count' && Number.isInteger(count) && count >= 1 && count <= 900) options = { ...options, count };
    else if (word === '--until' && until) options = { ...options, until };
    else return failed(`there are --count 1…900 and --until ${STAGES.join('|')}, not "${word} ${given}".`);
  }
  return ok(options);
}

/** `npm run demo:session`: candidates by the hundred for the demonstration that runs from this folder. */
async function main(words: readonly string[]): Promise<number> {
  const options = readOptions(words);
  if (!options.ok) return refuse(options.error);
  const folder = path.resolve(process.env['DATA_DIR'] || '.data');
  const origin = keptAddress(folder);
  const reached = origin === null ? null : await fetch(`${origin}/healthz`).catch(() => null);
  if (origin === null || !reached?.ok)
    return refuse('Nothing runs from this folder: "npm start" first, and leave it running.');
  const { staffPassword } = demonstrationSchema.parse(
    JSON.parse(readFileSync(path.join(folder, 'demonstration.json'), 'utf8')),
  );
  const staff = (role: Parameters<typeof staffNameOf>[1]) =>
    signInStaff(origin, staffNameOf(BODY, role), staffPassword);
  const { items } = await (await staff('exam-officer'))(sessions.listStaffSessions, { query: {} });
  const { day: today } = await httpClient(origin, null)(demonstration.getDemonstration, {});
  const open = items.find(({ state }) => state === 'applying');
  if (!open)
    return refuse(`No session takes applications now: begin on a day that has one, such as "npm start -- --fresh".`);
  console.log(`${options.value.count} candidates for ${open.name}, until ${options.value.until}`);
  const { made, known } = await fillSession({
    origin,
    sandbox: `http://127.0.0.1:${portIn('SANDBOX_PORT', 8081)}`,
    ...options.value,
    reviewer: await staff('reviewer'),
    finance: await staff('finance'),
    session: open,
    today,
    say: (line) => console.log(line),
  });
  console.log(`${made} made${known > 0 ? `, ${known} were there already` : ''}; at ${origin}`);
  return 0;
}

function refuse(sentence: string): number {
  console.error(sentence);
  return 1;
}

process.exitCode = await main(process.argv.slice(2));
