import { type AnyList, type column, type Composed, keysStatement, listsOf, pageStatement } from '@millrace/chassis';
import { newId } from '@millrace/kernel';
import { composedStatement } from '@millrace/persistence';
import type { ServiceBench } from './service-bench.js';

/** A value of each kind of column; a choice brings its own. */
const VALUES: Readonly<Record<string, string>> = {
  text: 'Mug, or "cup"',
  id: newId(),
  decimal: '-12.50',
  integer: '12',
  date: '2026-11-22',
  instant: '2026-11-22T08:30:00Z',
  flag: 'true',
};

const valueOf = ({ kind }: column.Column): string => VALUES[kind.name] ?? (kind.schema as { enum: string[] }).enum[0]!;

/**
 * Asks the database of a service everything that its lists can be asked: each field by each operator, the order of each
 * field both ways and behind a row that has it or not, and rows by the key of each reference, all of it for a reader with limits too.
 *
 * @param queries Parameters that make a list read other tables.
 * @returns How many questions there were, and those that the database refused.
 */
export async function askEverything(
  bench: ServiceBench,
  queries: readonly Readonly<Record<string, string | null>>[] = [],
): Promise<{ asked: number; refused: string[] }> {
  const companyId = newId();
  const questions = listsOf(bench.app).flatMap((list) => [{}, ...queries].flatMap((query) => questionsOf(list, companyId, query)));
  const refused: string[] = [];
  for (const { text, values } of questions) {
    await bench.database
      .transaction(companyId, (tx) => tx.query(composedStatement(text), values))
      .catch((error: unknown) => refused.push(`${(error as Error).message}: ${text}`));
  }
  return { asked: questions.length, refused };
}

function questionsOf(list: AnyList, companyId: string, own: Readonly<Record<string, string | null>>): Composed[] {
  const query = { companyId: null, ...own };
  const reader = { subject: newId(), limits: { warehouses: [newId()], ownRecordsOnly: true } };
  const all = { companyId, reader: { ...reader, limits: {} }, query, conditions: [], order: list.order, limit: 2 };
  const columns = Object.entries(list.columns) as [string, column.Column][];
  const conditions = columns.flatMap(([field, each]) =>
    operatorsIn(each).map((operator) => ({ field, column: each, operator, values: operator === 'null' ? ['true'] : [valueOf(each), valueOf(each)] })),
  );
  const orders = columns.flatMap(([field, each]) =>
    [true, false].flatMap((descending) => {
      const order = [{ field, descending }, ...list.order.filter((key) => key.field !== field)];
      const place = order.map((key) => valueOf(list.columns[key.field]!));
      return [place, ...(each.nullable ? [[null, ...place.slice(1)]] : [])].map((after) => ({ ...all, order, after }));
    }),
  );
  const keys = Object.values(list.references ?? {}).map(({ list: to, key }) => keysStatement(to(), companyId, key, [valueOf(to().columns[key]!)], reader));
  return [all, { ...all, reader }, ...conditions.map((condition) => ({ ...all, conditions: [condition] })), ...orders]
    .map((asked) => pageStatement(list, asked))
    .concat(keys);
}

const operatorsIn = ({ kind, nullable }: column.Column): readonly column.Operator[] => (nullable ? [...kind.operators, 'null'] : kind.operators);
