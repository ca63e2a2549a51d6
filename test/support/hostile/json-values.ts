import {
  type Arbitrary,
  anything,
  array,
  boolean,
  constant,
  constantFrom,
  integer,
  oneof,
  record,
  stringMatching,
} from 'fast-check';

/** The part of JSON Schema that our contract's schemas turn into. */
export type JsonSchema = {
  readonly type?: string;
  readonly title?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
};

const words = ['张伟', '安全防范系统安装维护员', 'installer-5', 'a', '1', '2026', '京A-1 号（二）', 'ＡＢＣ', '😀𠮷'];
const days = ['2026-11-23', '2026-12-12', '1990-05-01', '2024-02-29', '1000-01-01', '9999-12-31'];
const idPattern = '^[0-9A-Za-z-]{1,64}$';

/** What exists under the name of a field, such as `sessionId`; empty where the name says nothing, all of it for ''. */
export type IdsFor = (name: string) => readonly string[];

/** Values that a schema allows; where it asks for an id, one that exists. `name` is what the value is called. */
export function valuesOf(schema: JsonSchema, idsFor: IdsFor, name = ''): Arbitrary<unknown> {
  if (schema.const !== undefined) return constant(schema.const);
  if (schema.enum) return constantFrom(...schema.enum);
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches) return oneof(...branches.map((branch) => valuesOf(branch, idsFor, name)));
  switch (schema.type) {
    case 'null':
      return constant(null);
    case 'boolean':
      return boolean();
    case 'integer':
    case 'number':
      return integer({ min: schema.minimum ?? -1_000, max: Math.min(schema.maximum ?? 1_000_000, 2 ** 31 - 1) });
    case 'array': {
      const minLength = schema.minItems ?? 0;
      const maxLength = Math.max(minLength, Math.min(schema.maxItems ?? 3, 3));
      return array(valuesOf(schema.items ?? {}, idsFor, name), { minLength, maxLength });
    }
    case 'object':
      return objectsOf(schema, idsFor);
    case 'string':
      return stringsOf(schema, idsFor, name);
    default:
      return anything();
  }
}

function objectsOf({ properties = {}, required = [] }: JsonSchema, idsFor: IdsFor): Arbitrary<unknown> {
  const model = Object.fromEntries(
    Object.entries(properties).map(([name, inner]) => [name, valuesOf(inner, idsFor, name)]),
  );
  return record(model, { requiredKeys: required.filter((name) => name in model) });
}

function stringsOf(schema: JsonSchema, idsFor: IdsFor, name: string): Arbitrary<string> {
  const { title, pattern, format, minLength = 0, maxLength = 200 } = schema;
  const named = idsFor(name);
  if (title === 'LocalDate') return constantFrom(...days);
  if (title === 'TimeOfDay') return constantFrom('09:00', '00:00', '23:59');
  if (format === 'uri') return constantFrom('https://example.cn/back', 'http://127.0.0.1/');
  if (pattern === idPattern) return constantFrom(...(named.length > 0 ? named : idsFor('')));
  // classes by negation or property are texts without control characters: any of our words
  if (pattern !== undefined && !/\[\^|\\p/.test(pattern)) return stringMatching(new RegExp(pattern));
  const word = constantFrom(...words).map((text) => text.padEnd(minLength, '1').slice(0, Math.max(1, maxLength)));
  return named.length > 0
    ? oneof({ weight: 4, arbitrary: constantFrom(...named) }, { weight: 1, arbitrary: word })
    : word;
}
