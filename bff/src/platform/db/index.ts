export {
  type Column,
  type Columns,
  type RowOf,
  bigint,
  blob,
  bool,
  bytesFrom,
  day,
  encrypted,
  fenAmount,
  id,
  instant,
  instantFrom,
  int,
  json,
  key,
  longText,
  nullable,
  ref,
  score,
  sealedBytesFrom,
  sealedJson,
  sealedText,
  text,
  word,
} from './columns';
export type { Engine } from './connect';
export { isAway, isDiskFull, isDuplicate, isTransient } from './errors';
export { type Joined, findJoined, findRow } from './find-row';
export { refuseInsideTx } from './guard';
export type { Dialect, Handle, Param } from './handle';
export { lettingOthersIn } from './let-others';
export type { MigrateOptions } from './migrate';
export type { Migration, MigrationPorts, Schema } from './migration';
export type { Copy, Reseal } from './move-rows';
export { madeAt, newId } from './new-id';
export { type Db, openDb } from './open-db';
export { publishedRevisionRecord } from './published.record';
export { type EntityRecord, type Row, type TableKeys, record } from './record';
export { diskFull } from './start-fault';
export { findLocked, insert, unlessThere, updateWhere } from './write';
export { placeholders } from './placeholders';
