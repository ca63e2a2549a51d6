import { readFileSync } from 'node:fs';
import { commitmentTo } from '@jikaotong/shared/rules/draw';
import { type SeatingStep, replaySeating } from '@jikaotong/shared/rules/seating';

/** What the public file of a session's seating holds. */
type SeatingFile = {
  readonly commitment: string;
  readonly seed: string | null;
  /** What each room is called. */
  readonly rooms: Readonly<Record<string, string>>;
  readonly steps: readonly SeatingStep[];
};

/** `node rerun-seating.mjs FILE`: deals the seats of a downloaded file again, and prints who sits where as CSV. */
function main([path]: readonly string[]): number {
  if (path === undefined) {
    console.error('node rerun-seating.mjs FILE');
    return 2;
  }
  const file: SeatingFile = JSON.parse(readFileSync(path, 'utf8'));
  if (file.seed === null) {
    console.error('the seed is told once seats are given');
    return 1;
  }
  if (commitmentTo(file.seed) !== file.commitment) {
    console.error('this is not the seed that was promised');
    return 1;
  }
  const lines = replaySeating(file.seed, file.steps).map(({ key, shift, room, seat }) =>
    [key, shift, room, file.rooms[room] ?? '', seat].join(','),
  );
  console.log(['candidate,shift,room,name,seat', ...lines.toSorted()].join('\n'));
  return 0;
}

process.exitCode = main(process.argv.slice(2));
