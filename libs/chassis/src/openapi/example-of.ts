import 'reflect-metadata';

/** A JSON Schema, as far as an example looks at it. */
type Schema = Readonly<{
  $ref?: string;
  type?: string | readonly string[];
  enum?: readonly unknown[];
  format?: string;
  pattern?: string;
  minimum?: number;
  minLength?: number;
  minItems?: number;
  items?: Schema;
  examples?: readonly unknown[];
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
}>;

const EXAMPLE = Symbol('millrace:example');

/** The document that shows how this class is filled in, where its rules do not say enough: which fields belong together. */
export function Example(document: object): ClassDecorator {
  return (contract) => Reflect.defineMetadata(EXAMPLE, document, contract);
}

/** What fields of these names are filled in with; others take the first of `TEXTS` that their rule allows. */
const BY_NAME: Readonly<Record<string, string>> = {
  sku: 'MUG',
  account: '1000',
  country: 'GB',
  baseCurrency: 'GBP',
  currency: 'GBP',
  timeZone: 'Europe/London',
  email: 'anna@example.com',
  login: 'anna@example.com',
  role: 'sales',
  code: 'MAIN',
  name: 'Harbour Café',
  password: 'a long sentence of your own',
  currentPassword: 'a long sentence of your own',
  newPassword: 'another long sentence',
  secret: 'a long sentence of your own',
  description: 'Rent of November',
  reason: 'Agreed on the telephone',
  topic: 'identity.company',
  key: '0199a1b0-0000-7000-8000-000000000001',
  endsOn: '2026-12-31',
  periodEndsOn: '2026-12-31',
  validTo: '2026-12-31',
};

const BY_FORMAT: Readonly<Record<string, string>> = { uuid: '0199a1b0-0000-7000-8000-000000000001', date: '2026-01-01', email: 'anna@example.com' };

const TEXTS = ['A fitting text', '12.5', '0.2', 'A1', 'GB', 'GBP', '2026-11', 'sales'];

/**
 * A document of a class as its rules want it, with what must be there or is `@Described` with an example, and no more (the first field, when nothing must): what the
 * API document shows of a body.
 *
 * @throws Error when no text that is known here obeys a rule: give the class an `@Example`.
 */
export function exampleOf(contract: (abstract new () => object) & { name: string }, schemas: Readonly<Record<string, object>>, service: string): unknown {
  return Reflect.getOwnMetadata(EXAMPLE, contract) ?? sample(contract.name, schemas[contract.name]!, { schemas, service });
}

type Around = Readonly<{ schemas: Readonly<Record<string, Schema>>; service: string }>;

function sample(name: string, schema: Schema, around: Around): unknown {
  if (schema.examples) return schema.examples[0];
  if (schema.$ref) return sample(name, around.schemas[schema.$ref.split('/').at(-1)!]!, around);
  if (schema.enum) return schema.enum[0];
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'object': {
      const { properties = {}, required = Object.keys(properties).slice(0, 1) } = schema;
      const shown = Object.keys(properties).filter((field) => required.includes(field) || properties[field]!.examples);
      return Object.fromEntries(shown.map((field) => [field, sample(field, properties[field]!, around)]));
    }
    case 'array':
      return Array.from({ length: Math.max(schema.minItems ?? 0, 1) }, () => sample(name, schema.items!, around));
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    default:
      return text(name, schema, around.service);
  }
}

function text(name: string, { format = '', pattern = '', minLength = 0 }: Schema, service: string): string {
  const fits = (each: string | undefined) => each !== undefined && each.length >= minLength && new RegExp(pattern).test(each);
  const found = [name === 'consumer' ? `${service}.company-copy` : BY_NAME[name], BY_FORMAT[format], ...TEXTS].find(fits);
  if (found === undefined) throw new Error(`${name} has a rule that no known text obeys (${pattern}): give its class an @Example`);
  return found;
}
