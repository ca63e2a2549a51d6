import { type LocalDate, type Result, failed, ok, parseLocalDate } from '@jikaotong/shared/kernel';

export type StartOptions = {
  /** Forget everything and begin anew. */
  readonly fresh: boolean;
  /** The day on which a new demonstration begins; null is the usual one. */
  readonly at: LocalDate | null;
};

/** Reads `--fresh --at 2026-09-20`; refuses with one sentence. */
export function readOptions(words: readonly string[]): Result<StartOptions, string> {
  let options: StartOptions = { fresh: false, at: null };
  for (let place = 0; place < words.length; place += 1) {
    const [word = '', given] = (words[place] ?? '').split('=');
    if (word === '--fresh') {
      options = { ...options, fresh: true };
    } else if (word === '--at') {
      const day = parseLocalDate(given ?? words[(place += 1)] ?? '');
      if (!day.ok) return failed('--at wants a day such as 2026-09-20.');
      options = { ...options, at: day.value };
    } else {
      return failed(`"${words[place]}" is unknown; there are --fresh and --at 2026-09-20.`);
    }
  }
  return ok(options);
}
