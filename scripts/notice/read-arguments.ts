import { parseArgs } from 'node:util';
import { type LocalDate, type Result, failed, ok, parseLocalDate } from '@jikaotong/shared/kernel';
import { type Problem, refused } from './answer';

/** The one positional argument and the named ones; an option that is not listed is refused. */
export type Arguments<K extends string> = {
  readonly subject: string;
  readonly options: Readonly<Partial<Record<K, string>>>;
};

export function readArguments<K extends string>(
  args: readonly string[],
  names: readonly K[],
): Result<Arguments<K>, readonly Problem[]> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
    });
    const [subject, ...more] = positionals;
    if (subject === undefined) return refused('', 'subject-missing', 'name a notice id or a YAML file');
    if (more.length > 0) return refused('', 'argument-unknown', `what is ${more.join(' ')}?`);
    const options: Partial<Record<K, string>> = {};
    for (const name of names) {
      const value = values[name];
      if (typeof value === 'string') options[name] = value;
    }
    return ok({ subject, options });
  } catch (error) {
    if (error instanceof TypeError) return refused('', 'argument-unknown', error.message);
    throw error;
  }
}

/** A day among the options: null where it is not given. */
export function dayOption(name: string, given: string | undefined): Result<LocalDate | null, readonly Problem[]> {
  if (given === undefined) return ok(null);
  const day = parseLocalDate(given);
  return day.ok
    ? day
    : failed([{ path: `--${name}`, line: null, code: 'not-a-day', message: `${given} is no YYYY-MM-DD` }]);
}
