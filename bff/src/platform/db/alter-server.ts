import type { QueryRunner, TableColumn } from 'typeorm';
import type { Alter } from './alter';
import { listed, quoted } from './table-shape';

/** MariaDB and MySQL: one ALTER a change, which the server does as a whole or not at all. */
export function alterServer(runner: QueryRunner): Alter {
  const alter = async (table: string, changes: readonly string[]) => {
    if (changes.length > 0) await runner.query(`ALTER TABLE ${quoted(table)} ${changes.join(', ')}`);
  };
  const spelled = (column: TableColumn) =>
    [
      quoted(column.name),
      runner.dataSource.driver.createFullType(column),
      column.isNullable ? 'NULL' : 'NOT NULL',
      ...(column.default === undefined ? [] : [`DEFAULT ${column.default}`]),
    ].join(' ');
  // TypeORM's way to look at a table takes the server a hundred times as long
  const about = <R>(view: string, columns: string, table: string, more = ''): Promise<R[]> =>
    runner.query(
      `SELECT ${columns} FROM information_schema.${view} WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ? ${more}`,
      [table],
    );
  const foreignKeysOf = (table: string) =>
    about<KeyColumn>(
      'KEY_COLUMN_USAGE',
      'CONSTRAINT_NAME AS name, COLUMN_NAME AS col',
      table,
      'AND REFERENCED_TABLE_NAME IS NOT NULL',
    );
  const indicesOf = (table: string) =>
    about<KeyColumn>('STATISTICS', 'INDEX_NAME AS name, COLUMN_NAME AS col', table, "AND INDEX_NAME <> 'PRIMARY'");

  return {
    look: async (table) => {
      const columns = await about<{ name: string; type: string }>(
        'COLUMNS',
        'COLUMN_NAME AS name, DATA_TYPE AS type',
        table,
      );
      if (columns.length === 0) return null;
      return {
        columns: new Map(columns.map(({ name, type }) => [name, { type }])),
        keys: [...(await foreignKeysOf(table)), ...(await indicesOf(table))].map(({ name, col }) => ({
          name,
          columns: [col],
        })),
      };
    },
    addColumns: (table, columns) =>
      alter(
        table,
        columns.map((column) => `ADD COLUMN ${spelled(column)}`),
      ),
    changeColumns: (table, columns) =>
      alter(
        table,
        columns.map((column) => `MODIFY COLUMN ${spelled(column)}`),
      ),
    dropColumns: (table, names) =>
      alter(
        table,
        names.map((name) => `DROP COLUMN ${quoted(name)}`),
      ),
    addKeys: (table, { uniques, indices, foreignKeys }) =>
      alter(table, [
        ...uniques.map((key) => `ADD UNIQUE INDEX ${quoted(key.name ?? '')} (${listed(key.columnNames)})`),
        ...indices.map((key) => `ADD INDEX ${quoted(key.name ?? '')} (${listed(key.columnNames)})`),
        ...foreignKeys.map(
          (key) =>
            `ADD CONSTRAINT ${quoted(key.name ?? '')} FOREIGN KEY (${listed(key.columnNames)}) REFERENCES ${quoted(
              key.referencedTableName,
            )} (${listed(key.referencedColumnNames)}) ON DELETE ${key.onDelete} ON UPDATE ${key.onUpdate}`,
        ),
      ]),
    dropKeys: async (table, names) => {
      const present = (keys: readonly KeyColumn[]) =>
        names.filter((name) => keys.some((key) => key.name === name)).map(quoted);
      await alter(table, [
        ...present(await foreignKeysOf(table)).map((name) => `DROP FOREIGN KEY ${name}`),
        // with the index that a foreign key brought along, which has its name and would outlive it
        ...present(await indicesOf(table)).map((name) => `DROP INDEX ${name}`),
      ]);
    },
  };
}

type KeyColumn = { name: string; col: string };
