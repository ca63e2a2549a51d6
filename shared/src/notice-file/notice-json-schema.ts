import * as z from 'zod/mini';
import { NoticeSchema, PrintedNameSchema } from '../notice';

/**
 * The JSON Schema (draft 2020-12) of a notice as it is written in YAML, from the schema that reads it: numbers and words
 * stand unquoted, a name may be a plain string.
 */
export const noticeJsonSchema = (): Readonly<Record<string, unknown>> => ({
  title: 'Jikaotong notice',
  ...z.toJSONSchema(NoticeSchema, {
    io: 'input',
    reused: 'ref',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema !== PrintedNameSchema) return;
      const object = { ...jsonSchema };
      for (const key of Object.keys(jsonSchema)) Reflect.deleteProperty(jsonSchema, key);
      jsonSchema.anyOf = [{ type: 'string', minLength: 1 }, object];
    },
  }),
});
