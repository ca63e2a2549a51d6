import type { QueryRunner, Table, TableColumn } from 'typeorm';
import type { Alter } from './alter';
import { listed, quoted } from './table-shape';

/** MariaDB and MySQL: one ALTER a change, which the server does as a whole or not at all. */
export function alterServer(runner: QueryRunner): Alter {
  const alter = async (table: Table, changes: readonly string[]) => {
    if (changes.length > 0) await runner.query(`ALTER TABLE ${quoted(table.name)} ${changes.join(', ')}`);
  };
  const spelled = (column: TableColumn) =>
    [
      quoted(column.name),
      runner.dataSource.driver.createFullType(column),
      column.isNullable ? 'NULL' : 'NOT NULL',
      ...(column.default === undefined ? [] : [`DEFAULT ${column.default}`]),
    ].join(' ');
  return {
    load: async (name) => ((await runner.hasTable(name)) ? ((await runner.getTable(name)) ?? null) : null),
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
      const isNamed = ({ name }: { name?: string }) => name !== undefined && names.includes(name);
      // the index that a foreign key brought along has its name and would outlive it
      const found: { name: string }[] = await runner.query(
        'SELECT DISTINCT INDEX_NAME AS name FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ?',
        [table.name],
      );
      await alter(table, [
        ...table.foreignKeys.filter(isNamed).map((key) => `DROP FOREIGN KEY ${quoted(key.name ?? '')}`),
        ...found.filter(isNamed).map((key) => `DROP INDEX ${quoted(key.name)}`),
      ]);
    },
  };
}
