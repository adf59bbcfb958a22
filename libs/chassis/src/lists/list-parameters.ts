import { type Contract, fieldNamesOf } from '@millrace/contracts';
import { type Column, COMMON_COLUMNS, type Operator, operatorsOf, optional } from './columns.js';
import { pathsOf, referencesIn } from './expansions.js';
import type { AnyList } from './list.js';
import { wordsOfOrder } from './sorting.js';
import { fieldPathsOf } from './sparse-fields.js';

type Schema = Readonly<Record<string, unknown>>;

const FLAG: Schema = { type: 'string', enum: ['true', 'false'] };

/** What a field of a kind can be asked for; many fields of many lists refer to these. */
export const FILTER_SCHEMAS: Readonly<Record<string, Schema>> = Object.fromEntries(
  COMMON_COLUMNS.flatMap((column) => [column, optional(column)]).map((column) => [filterName(column), filterSchema(column)]),
);

function filterName({ kind: { name }, nullable }: Column): string {
  return `${nullable ? 'Optional' : ''}${name[0]!.toUpperCase()}${name.slice(1)}Filter`;
}

/**
 * The parameters that a list has by its declaration, for the API document.
 *
 * @param refer Makes a reference to a schema that the document has under this name.
 */
export function listParameters(list: AnyList, refer: (name: string) => object): object[] {
  const shared = (column: Column) => (Object.hasOwn(FILTER_SCHEMAS, filterName(column)) ? refer(filterName(column)) : filterSchema(column));
  const names = Object.keys(list.columns);
  const own = wordsOfOrder(list.order);
  return [
    {
      name: 'filter',
      in: 'query',
      required: false,
      description:
        '`filter[FIELD]=VALUE` or `filter[FIELD][OPERATOR]=VALUE`; a row meets all of them. Several values stand between commas: without an operator, ' +
        'and with `in` and `nin`; of a text only with these two, where `\\,` is a comma of a value.',
      style: 'deepObject',
      explode: true,
      schema: {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(Object.entries(list.columns).map(([name, column]) => [name, shared(column)])),
      },
    },
    {
      ...several(
        'sort',
        names.flatMap((name) => [name, `-${name}`]),
      ),
      description: `Fields to order by, the first one first; with \`-\` downwards. \`${own}\` when absent, and where rows are the same in all of these.`,
    },
  ];
}

/** The parameters by which what is shown of a document or a row is chosen. */
export function shownParameters(row: Contract<object>, references: AnyList | undefined): object[] {
  const paths = references ? pathsOf(references, row) : [];
  const behind = references ? referencesIn(references, row).filter(([place]) => !place.includes('.')) : [];
  const fields = [
    ...fieldPathsOf(row),
    ...behind.flatMap(([name, { list }]) => [name, ...fieldNamesOf(list().row as Contract<object>).map((field) => `${name}.${field}`)]),
  ];
  const expand = { ...several('expand', paths), description: 'References to show in full beside what names them, at most three steps deep.' };
  return [
    { ...several('fields', fields), description: 'Fields to show, where not all are wanted; those that are not named are absent.' },
    ...(paths.length > 0 ? [expand] : []),
  ];
}

const several = (name: string, values: readonly string[]) => ({
  name,
  in: 'query',
  required: false,
  style: 'form',
  explode: false,
  schema: { type: 'array', minItems: 1, items: { type: 'string', enum: values } },
});

/** A value alone, several where none can have a comma in it, or an object of operators. */
function filterSchema(column: Column): Schema {
  const { kind } = column;
  const list = kind.free || !kind.operators.includes('in') ? [] : [severalOf(kind.schema)];
  const properties = Object.fromEntries(operatorsOf(column).map((operator) => [operator, operandSchema(operator, column)]));
  return { anyOf: [kind.schema, ...list, { type: 'object', additionalProperties: false, minProperties: 1, properties }] };
}

function operandSchema(operator: Operator, { kind }: Column): Schema {
  if (operator === 'null') return FLAG;
  return operator === 'in' || operator === 'nin' ? severalOf(kind.schema) : (kind.schema as Schema);
}

function severalOf(items: object): Schema {
  return { type: 'array', minItems: 1, maxItems: 100, items };
}
