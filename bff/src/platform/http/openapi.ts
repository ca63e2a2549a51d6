import * as z from 'zod/mini';
import {
  COMMON_REFUSALS,
  type EndpointSpec,
  REFUSAL_STATUS,
  type RefusalCode,
  needsIdempotencyKey,
} from '@jikaotong/shared/contract';
import { API } from './route';

type Json = Record<string, unknown>;

/** OpenAPI 3.1 of the endpoints served. */
export function openapiOf(endpoints: readonly EndpointSpec[]): Json {
  const paths: Record<string, Json> = {};
  for (const endpoint of endpoints) {
    const path = `${API}${endpoint.path}`.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Jikaotong (技考通)', version: '1' },
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
    paths,
  };
}

function operationOf(endpoint: EndpointSpec): Json {
  const body = endpoint.kind === 'upload' ? FILE_FORM : endpoint.body && jsonContent(schemaOf(endpoint.body, 'input'));
  return {
    operationId: endpoint.name,
    ...(endpoint.who === 'anybody' ? {} : { security: [{ bearer: [] }] }),
    ...(typeof endpoint.who === 'string' ? {} : { 'x-roles': endpoint.who }),
    parameters: [
      ...parametersOf(endpoint.params, 'path'),
      ...parametersOf(endpoint.query, 'query'),
      ...(needsIdempotencyKey(endpoint) ? [header('Idempotency-Key')] : []),
      ...(endpoint.ifMatch ? [header('If-Match')] : []),
    ],
    ...(body ? { requestBody: { required: true, content: body } } : {}),
    responses: { 200: replyOf(endpoint), ...refusalsOf(endpoint) },
  };
}

const FILE_FORM = {
  'multipart/form-data': {
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  },
};

const replyOf = (endpoint: EndpointSpec): Json =>
  endpoint.kind === 'download'
    ? { description: 'the file', content: { '*/*': { schema: { type: 'string', format: 'binary' } } } }
    : { description: 'yes', content: jsonContent(envelopeOf(['ok'], schemaOf(endpoint.reply, 'output'))) };

function refusalsOf(endpoint: EndpointSpec): Json {
  const byStatus = new Map<number, RefusalCode[]>();
  for (const code of new Set<RefusalCode>([...COMMON_REFUSALS, ...endpoint.refusals]))
    byStatus.set(REFUSAL_STATUS[code], [...(byStatus.get(REFUSAL_STATUS[code]) ?? []), code]);
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      { description: codes.join(', '), content: jsonContent(envelopeOf(codes, {})) },
    ]),
  );
}

const envelopeOf = (codes: readonly string[], data: Json): Json => ({
  type: 'object',
  required: ['code', 'requestId'],
  properties: { code: { enum: codes }, data, requestId: { type: 'string' } },
});

function parametersOf(schema: z.ZodMiniType | undefined, place: 'path' | 'query'): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = ObjectSchema.parse(schemaOf(schema, 'input'));
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: property,
  }));
}

const ObjectSchema = z.object({
  properties: z.optional(z.record(z.string(), z.unknown())),
  required: z.optional(z.array(z.string())),
});

const schemaOf = (schema: z.ZodMiniType, io: 'input' | 'output'): Json => {
  // our own checks (days, amounts) have no words in JSON Schema and appear as "anything"
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return json;
};

const jsonContent = (schema: Json): Json => ({ 'application/json': { schema } });
const header = (name: string): Json => ({ name, in: 'header', required: true, schema: { type: 'string' } });
