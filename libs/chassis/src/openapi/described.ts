import 'reflect-metadata';

/** What the API document says of a field beside its rules: what it means, and a value that shows how it is filled in. */
export type FieldDescription = Readonly<{ description?: string; example?: unknown }>;
type Schema = Readonly<Record<string, unknown>>;

const DESCRIBED = Symbol('millrace:described');
const classes = new Set<{ name: string; prototype: object }>();

/** Describes a field in the API document. A field with an example stands in the example of every body that has it. */
export function Described(told: FieldDescription): PropertyDecorator {
  return (prototype, field) => {
    classes.add(prototype.constructor);
    const own = Reflect.getOwnMetadata(DESCRIBED, prototype) as Record<string, FieldDescription> | undefined;
    Reflect.defineMetadata(DESCRIBED, { ...own, [field]: told }, prototype);
  };
}

/** What is said of the fields of a class, its own and those of the classes that it extends. */
function descriptionsOf(prototype: object | null): Readonly<Record<string, FieldDescription>> {
  if (prototype === null) return {};
  const own = Reflect.getOwnMetadata(DESCRIBED, prototype) as Record<string, FieldDescription> | undefined;
  return { ...descriptionsOf(Object.getPrototypeOf(prototype) as object | null), ...own };
}

/** The properties of a schema with what is said of the fields of its class. */
export function describedProperties(contract: { prototype: object }, properties: Readonly<Record<string, Schema>>): Record<string, Schema> {
  const told = descriptionsOf(contract.prototype);
  return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, { ...schema, ...wordsOf(told[name]) }]));
}

/** Puts what is said of fields into the schemas of their classes. */
export function describeSchemas(schemas: Record<string, Record<string, unknown>>): void {
  for (const contract of classes) {
    const schema = schemas[contract.name];
    if (schema) schema.properties = describedProperties(contract, (schema.properties ?? {}) as Record<string, Schema>);
  }
}

function wordsOf({ description, example }: FieldDescription = {}): Schema {
  return { ...(description === undefined ? {} : { description }), ...(example === undefined ? {} : { examples: [example] }) };
}
