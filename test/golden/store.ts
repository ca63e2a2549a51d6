import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type RowDataPacket, createConnection } from 'mysql2/promise';
import * as z from 'zod';
import { sandboxSecretsSchema } from '../../scripts/sandbox';
import { projectFolder } from '../support/project-folder';

const folder = join(projectFolder, 'test/golden/fixture');
const put = (name: string, bytes: Buffer | string) =>
  writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }));
const get = (name: string): Buffer => gunzipSync(readFileSync(join(folder, `${name}.gz`)));

const person = { name: z.string(), secrets: z.readonly(z.array(z.string())).exactOptional() };
const ActorSchema = z.union([
  z.object({ ...person, visitor: z.literal(true) }),
  z.object({ ...person, wechat: z.string() }),
  z.object({ ...person, phone: z.string() }),
  z.object({ ...person, staff: z.string(), totp: z.nullable(z.string()) }),
]);
const AnswersSchema = z.record(
  z.string(),
  z.record(z.string(), z.object({ status: z.number(), type: z.string(), body: z.unknown() })),
);
/** What each actor was answered, by path. */
export type Answers = z.output<typeof AnswersSchema>;
const GoldenSchema = z.object({
  /** Where its business clock stands. */
  day: z.string(),
  time: z.string(),
  secrets: sandboxSecretsSchema,
  actors: z.array(ActorSchema),
  /** Asked at once. */
  now: AnswersSchema,
  /** Who may see each file. */
  files: z.record(z.string(), z.array(z.string())),
  /** Asked once every job that was waiting had run. */
  later: AnswersSchema,
});
export type Golden = z.output<typeof GoldenSchema>;

export const writeGolden = (golden: Golden): void => put('answers.json', JSON.stringify(golden));
export const readGolden = (): Golden => GoldenSchema.parse(JSON.parse(get('answers.json').toString()));

/** Stores the embedded database and the files of a data folder. */
export const storeFolder = (data: string): void => {
  put('libsql.db', readFileSync(join(data, 'jikaotong.db')));
  const files = join(data, 'files');
  const names = readdirSync(files, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const packed = names.map(({ parentPath, name }) => {
    const path = join(parentPath, name);
    return [relative(files, path), readFileSync(path, 'base64')];
  });
  put('files.json', JSON.stringify(Object.fromEntries(packed.toSorted())));
};

/** Lays the files, and on libsql the database, into an empty data folder. */
export const unpackFolder = async (data: string, withDatabase: boolean): Promise<void> => {
  const files = z.record(z.string(), z.string()).parse(JSON.parse(get('files.json').toString()));
  for (const [name, base64] of Object.entries(files)) {
    const path = join(data, 'files', name);
    if (!existsSync(dirname(path))) await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(path, Buffer.from(base64, 'base64'), { mode: 0o600 });
  }
  if (withDatabase) await writeFile(join(data, 'jikaotong.db'), get('libsql.db'), { mode: 0o600 });
};

/** Stores a MariaDB database as the statements that make it anew. */
export const storeServerDatabase = async (url: string): Promise<void> => {
  const server = await createConnection({ uri: url, dateStrings: true, jsonStrings: true, charset: 'utf8mb4' });
  try {
    const rowsOf = async (sql: string) => (await server.query<RowDataPacket[]>(sql))[0];
    const tables = (await rowsOf('SHOW TABLES')).flatMap((row) => Object.values(row).map(String)).toSorted();
    const statements: string[] = [];
    for (const table of tables) {
      const [made] = await rowsOf(`SHOW CREATE TABLE \`${table}\``);
      statements.push(String(made?.['Create Table']));
      for (const row of await rowsOf(`SELECT * FROM \`${table}\` ORDER BY 1`))
        statements.push(`INSERT INTO \`${table}\` VALUES (${Object.values(row).map(literal).join(', ')})`);
    }
    put('mariadb.json', JSON.stringify(statements));
  } finally {
    await server.end();
  }
};

const literal = (value: unknown): string => {
  if (value === null) return 'NULL';
  if (typeof value === 'number') return String(value);
  if (Buffer.isBuffer(value)) return value.length === 0 ? "''" : `x'${value.toString('hex')}'`;
  return `'${String(value).replaceAll(/[\\']/g, String.raw`\$&`)}'`;
};

/** A database of its own on the server of this run, as it was stored, and how it is dropped. */
export const unpackServerDatabase = async (serverUrl: string, name: string) => {
  const statements = z.array(z.string()).parse(JSON.parse(get('mariadb.json').toString()));
  const server = await createConnection({ uri: serverUrl, charset: 'utf8mb4' });
  await server.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin`);
  await server.query(`USE ${name}`);
  await server.query('SET FOREIGN_KEY_CHECKS = 0');
  await server.query('START TRANSACTION');
  for (const statement of statements) await server.query(statement);
  await server.query('COMMIT');
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: async () => {
      await server.query(`DROP DATABASE ${name}`);
      await server.end();
    },
  };
};
