import { readFileSync } from 'node:fs';

/** One operation of the API document, as a client sees it. */
export type Operation = Readonly<{
  /** `POST /v1/items`. */
  name: string;
  method: string;
  path: string;
  service: string;
  /** Who may call it; undefined when the document does not say. */
  access?: 'public' | 'signed-in' | 'permission';
  permission?: string;
  /** Whether the permission counts only when it is held in every company. */
  everywhere: boolean;
  /** Whether it may be about no company. */
  companyless: boolean;
  /** The limits of its caller that it looks after itself. */
  limits: readonly string[];
  /** The fields of what it takes and of what it answers with, in their parts too. */
  fields: ReadonlySet<string>;
  body?: Readonly<{ type: string; example: unknown; schema: Schema }>;
}>;

/** A JSON Schema, as far as specs look at it. */
export type Schema = Readonly<{ $ref?: string; items?: Schema; properties?: Readonly<Record<string, Schema>> }>;

type Described = Readonly<{
  'x-service': string;
  'x-permission'?: string;
  'x-permission-held'?: string;
  /** `none` where the caller may have none. */
  'x-limits'?: readonly string[] | 'none';
  'x-signed-in'?: boolean;
  security?: readonly object[];
  requestBody?: Readonly<{ content: Readonly<Record<string, Readonly<{ schema: Schema; example?: unknown }>>> }>;
  responses: Readonly<Record<string, Readonly<{ content?: Readonly<Record<string, Readonly<{ schema: Schema }>>> }>>>;
}>;

type ApiDocument = Readonly<{
  paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  components: Readonly<{ schemas: Readonly<Record<string, Schema>> }>;
}>;

const document = JSON.parse(readFileSync(new URL('../../gateway/openapi.json', import.meta.url), 'utf8')) as ApiDocument;

/** Every operation that the suite offers. */
export const OPERATIONS: readonly Operation[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, described]) => operationOf(path, method.toUpperCase(), described)),
);

function operationOf(path: string, method: string, described: Described): Operation {
  const { 'x-permission': permission, 'x-permission-held': held, 'x-limits': limits = [], 'x-signed-in': signedIn, security, requestBody } = described;
  const [type, content] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  return {
    name: `${method} ${path}`,
    method,
    path,
    service: described['x-service'],
    access: permission !== undefined ? 'permission' : signedIn ? 'signed-in' : security?.length === 0 ? 'public' : undefined,
    permission,
    everywhere: held === 'in every company',
    companyless: held !== undefined,
    limits: limits === 'none' ? [] : limits,
    fields: fieldNamesOf([...(content ? [content.schema] : []), ...schemasOfAnswers(described)]),
    ...(type && content ? { body: { type, example: content.example, schema: content.schema } } : {}),
  };
}

export const isWrite = ({ method }: Operation): boolean => method !== 'GET';

/** The names in a path, such as `itemId`. */
export const parametersOf = ({ path }: Operation): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);

/** The fields of a schema, by name. */
export function fieldsOf(schema: Schema): Readonly<Record<string, Schema>> {
  return resolved(schema).properties ?? {};
}

/** The elements of a list, when a schema is one. */
export const elementsOf = (schema: Schema): Schema | undefined => resolved(schema).items;

function resolved(schema: Schema): Schema {
  return schema.$ref ? document.components.schemas[schema.$ref.split('/').at(-1)!]! : schema;
}

/** Every field that some answer of the suite has, in documents, lists and their parts. */
export function fieldsOfAnswers(): Set<string> {
  return fieldNamesOf(Object.values(document.paths).flatMap((methods) => Object.values(methods).flatMap(schemasOfAnswers)));
}

function schemasOfAnswers({ responses }: Described): Schema[] {
  return Object.values(responses).flatMap(({ content }) => Object.values(content ?? {}).map(({ schema }) => schema));
}

function fieldNamesOf(schemas: readonly Schema[]): Set<string> {
  const [names, seen] = [new Set<string>(), new Set<Schema>()];
  const walk = (given: Schema) => {
    const schema = resolved(given);
    if (seen.has(schema)) return;
    seen.add(schema);
    for (const [name, field] of Object.entries(schema.properties ?? {})) {
      names.add(name);
      walk(field);
    }
    if (schema.items) walk(schema.items);
  };
  schemas.forEach(walk);
  return names;
}
