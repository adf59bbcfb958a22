import { type EventDefinition, eventDefinitions, type EventVersion } from './define-event.js';
import { schemasOfContracts } from './schemas.js';

/** A JSON Schema, as far as our rules make use of it. */
export type JsonSchema = Readonly<{
  properties?: Readonly<Record<string, JsonSchema>>;
  required?: readonly string[];
  items?: JsonSchema;
  $ref?: string;
  $defs?: Readonly<Record<string, JsonSchema>>;
  [keyword: string]: unknown;
}>;

/** The contract of one version of an event for other programs: its schema, where it travels and a golden sample. */
export type EventSchema = JsonSchema & Readonly<{ $id: string; 'x-topic': string; 'x-key': string; examples: readonly object[] }>;

const CONTRACTS = '#/components/schemas/';
const ANNOTATIONS = new Set(['description', 'title', 'examples', '$id', '$schema', '$defs']);

/** The contract of every version of every event that is declared, by its type with version. */
export async function eventSchemas(): Promise<ReadonlyMap<string, EventSchema>> {
  const contracts = (await schemasOfContracts()) as Record<string, JsonSchema>;
  const definitions = [...eventDefinitions().values()];
  return new Map(definitions.flatMap((definition) => definition.versions.map((version) => [version.type, schemaOf(definition, version, contracts)] as const)));
}

function schemaOf(definition: EventDefinition, { type, contract, example }: EventVersion, contracts: Readonly<Record<string, JsonSchema>>): EventSchema {
  const used = new Map<string, JsonSchema>();
  const own = selfContained(contracts[contract.name]!, contracts, used);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `/schemas/${type}`,
    'x-topic': definition.topic,
    'x-key': definition.keyField,
    ...own,
    ...(used.size > 0 ? { $defs: Object.fromEntries(used) } : {}),
    examples: [example],
  };
}

/** The same schema with every class that it names among its own definitions. */
function selfContained(schema: JsonSchema, contracts: Readonly<Record<string, JsonSchema>>, used: Map<string, JsonSchema>): JsonSchema {
  const name = schema.$ref?.slice(CONTRACTS.length);
  if (name !== undefined) {
    if (!used.has(name)) {
      used.set(name, {});
      used.set(name, selfContained(contracts[name]!, contracts, used));
    }
    return { $ref: `#/$defs/${name}` };
  }
  const { properties, items } = schema;
  return {
    ...schema,
    ...(properties ? { properties: Object.fromEntries(Object.entries(properties).map(([field, each]) => [field, selfContained(each, contracts, used)])) } : {}),
    ...(items ? { items: selfContained(items, contracts, used) } : {}),
  };
}

/**
 * What a change of one version breaks, each with where it is and what to do; empty when nothing is.
 *
 * Facts of a version lie on the log for good, and old and new programs read them side by side. So a version may gain a
 * field that need not be there, and nothing else: what more is wanted is a new version with an upcaster.
 */
export function breakingChanges(before: JsonSchema, after: JsonSchema): string[] {
  return compare('', before, after, before, after);
}

/** The contract of a version with every golden sample that it ever had, the newest first: such facts lie on the log. */
export function withSamplesOf(before: EventSchema, after: EventSchema): EventSchema {
  const samples = new Map([...after.examples, ...before.examples].map((sample) => [JSON.stringify(sample), sample]));
  return { ...after, examples: [...samples.values()] };
}

function compare(path: string, before: JsonSchema, after: JsonSchema, beforeRoot: JsonSchema, afterRoot: JsonSchema): string[] {
  const [old, now] = [resolve(before, beforeRoot), resolve(after, afterRoot)];
  const place = path === '' ? 'the document' : path;
  const changes: string[] = [];
  const [oldFields, fields] = [old.properties ?? {}, now.properties ?? {}];
  for (const [field, schema] of Object.entries(oldFields)) {
    const same = fields[field];
    if (same === undefined) changes.push(`${path}/${field} was removed`);
    else changes.push(...compare(`${path}/${field}`, schema, same, beforeRoot, afterRoot));
  }
  for (const field of now.required ?? []) if (!old.required?.includes(field)) changes.push(`${path}/${field} must now be there`);
  for (const field of old.required ?? []) if (field in fields && !now.required?.includes(field)) changes.push(`${path}/${field} need no longer be there`);
  if (old.items && now.items) changes.push(...compare(`${path}/*`, old.items, now.items, beforeRoot, afterRoot));
  const compared = new Set([...ANNOTATIONS, 'properties', 'required', ...(old.items && now.items ? ['items'] : [])]);
  for (const keyword of new Set([...Object.keys(old), ...Object.keys(now)])) {
    if (!compared.has(keyword) && JSON.stringify(old[keyword]) !== JSON.stringify(now[keyword]))
      changes.push(`${keyword} of ${place} was ${JSON.stringify(old[keyword])} and is ${JSON.stringify(now[keyword])}`);
  }
  return changes;
}

function resolve(schema: JsonSchema, root: JsonSchema): JsonSchema {
  return schema.$ref ? root.$defs![schema.$ref.slice('#/$defs/'.length)]! : schema;
}

/**
 * The versions among those written down that code can no longer read, each with what to do; empty when all can be read.
 *
 * Facts of every version that was ever written down lie on the log, so its event must be declared, with every version
 * down to that one.
 */
export function lostVersions(written: Iterable<string>, declared: ReadonlyMap<string, EventDefinition> = eventDefinitions()): string[] {
  return [...written].flatMap((type) => {
    const at = type.lastIndexOf('.v');
    const definition = declared.get(type.slice(0, at));
    const version = Number(type.slice(at + 2));
    if (!definition) return [`${type} is no longer declared: declare it again`];
    if (version > definition.version) return [`${type} is newer than version ${definition.version}, which is declared: declare the newer one`];
    return definition.find(version) ? [] : [`${type} can no longer be read: declare it as the version before ${definition.versions.at(-1)!.type}`];
  });
}
