import { CsvError, parse } from 'csv-parse/sync';
import * as z from 'zod/mini';
import { type Result, failed, ok } from '@jikaotong/shared/kernel';
import type { Problem } from './answer';
import { readText } from './read-text';

/** One row of a CSV file: what stands in each column, and the line where it begins. */
export type TableRow<C extends string> = { readonly line: number; readonly cells: Readonly<Record<C, string>> };
/** `has`: whether a column that may be left out is there; where it is not, its cells are empty. */
export type Table<C extends string> = { readonly rows: readonly TableRow<C>[]; readonly has: (column: C) => boolean };

type Columns<C extends string> = { readonly required: readonly C[]; readonly optional: readonly C[] };
type Line = { readonly line: number; readonly cells: readonly string[] };

/** A CSV file by its header, in any order of columns; a cell is what it holds, without white space around it. */
export async function readTable<C extends string>(
  option: string,
  path: string | undefined,
  columns: Columns<C>,
): Promise<Result<Table<C>, readonly Problem[]>> {
  const text = await readText(option, path);
  if (!text.ok) return text;
  const lines = linesOf(text.value);
  if (!lines.ok) return lines;
  const [header, ...body] = lines.value;
  if (!header) return failed([problem('', 1, 'file-empty', 'the file says nothing')]);
  const wrong = headerProblems(header, columns);
  if (wrong.length > 0) return failed(wrong);
  const uneven = body.flatMap(({ line, cells }) => unevenProblems(line, cells.length, header.cells.length));
  if (uneven.length > 0) return failed(uneven);
  if (body.length === 0) return failed([problem('', header.line, 'rows-missing', 'there is nothing below the header')]);
  const places = new Map(header.cells.map((name, place) => [name, place]));
  const all: readonly C[] = [...columns.required, ...columns.optional];
  // every column has its cell, whether the file has the column or not
  const schema = z.record(z.enum(all), z.string());
  return ok({
    has: (column) => places.has(column),
    rows: body.map(({ line, cells }) => ({
      line,
      cells: schema.parse(Object.fromEntries(all.map((name) => [name, cells[places.get(name) ?? -1] ?? '']))),
    })),
  });
}

export const problem = (path: string, line: number, code: string, message: string): Problem => ({
  path,
  line,
  code,
  message,
});

const Parsed = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

/** Every row that says something, by RFC 4180. */
function linesOf(text: string): Result<readonly Line[], readonly Problem[]> {
  try {
    // why: the parser counts CR LF inside a quoted cell as two lines; `info` says where a row ends
    const parsed: unknown = parse(text.replace(/\r\n?/g, '\n'), {
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
    const lines = Parsed.parse(parsed).map(({ record, info }) => ({
      line: info.lines - record.join('').split('\n').length + 1,
      cells: record.map((cell) => cell.trim()),
    }));
    return ok(lines.filter(({ cells }) => cells.some((cell) => cell !== '')));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
    return failed([problem('', line, 'csv-invalid', error.message)]);
  }
}

function headerProblems<C extends string>({ line, cells }: Line, { required, optional }: Columns<C>): Problem[] {
  const known: readonly string[] = [...required, ...optional];
  const list = known.join(', ');
  return [
    ...cells
      .filter((name) => !known.includes(name))
      .map((name) => problem(name, line, 'column-unknown', `"${name}" is none of ${list}`)),
    ...cells
      .filter((name, place) => known.includes(name) && cells.indexOf(name) < place)
      .map((name) => problem(name, line, 'column-twice', `"${name}" stands twice`)),
    ...required
      .filter((name) => !cells.includes(name))
      .map((name) => problem(name, line, 'column-missing', `there is no column "${name}"`)),
  ];
}

const unevenProblems = (line: number, count: number, wanted: number): Problem[] =>
  count === wanted
    ? []
    : [
        problem(
          '',
          line,
          count < wanted ? 'cells-too-few' : 'cells-too-many',
          `${count} cells below a header of ${wanted}`,
        ),
      ];
