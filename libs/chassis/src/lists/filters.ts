import { type Column, type Operator, OPERATORS, operatorsOf } from './columns.js';
import { refuseParameter, shortened } from './refuse.js';

/** What one parameter asks of the rows: `filter[netTotal][gte]=100`. */
export type Condition = Readonly<{ field: string; column: Column; operator: Operator; values: readonly string[] }>;

export type Columns = Readonly<Record<string, Column>>;

/** More conditions, or more values of one, are no question that people ask. */
const CONDITIONS = 20;
const VALUES = 100;
const PARAMETER = /^filter\[([^[\]]+)\](?:\[([^[\]]+)\])?$/;

/** Whether a parameter belongs to the filters of a list, well written or not. */
export const isFilter = (parameter: string): boolean => /^filter(?:\[|$)/.test(parameter);

/**
 * The conditions that a query asks for: `filter[FIELD]=VALUE` or `filter[FIELD][OPERATOR]=VALUE`, all of which a row meets.
 *
 * Without an operator a text is taken as it stands, and of all else one value or several between commas.
 *
 * @throws ProblemException 400 that names the parameter and what it takes.
 */
export function conditionsOf(query: Readonly<Record<string, unknown>>, columns: Columns): Condition[] {
  const parameters = Object.entries(query).filter(([parameter]) => isFilter(parameter));
  if (parameters.length > CONDITIONS) throw refuseParameter('filter', `takes at most ${CONDITIONS} conditions`);
  return parameters.map(([parameter, value]) => conditionOf(parameter, value, columns));
}

function conditionOf(parameter: string, value: unknown, columns: Columns): Condition {
  const [, field, named] = PARAMETER.exec(parameter) ?? [];
  if (field === undefined) throw refuseParameter(parameter, `must be written filter[FIELD]=VALUE or filter[FIELD][OPERATOR]=VALUE; ${fieldsWords(columns)}`);
  const column = Object.hasOwn(columns, field) ? columns[field]! : undefined;
  if (!column) throw refuseParameter(parameter, `there is no field ${shortened(field)} to filter by; ${fieldsWords(columns)}`);
  const operator = operatorOf(named, column);
  if (!operator) throw refuseParameter(parameter, `${field} has no operator ${shortened(named!)}; its operators are ${operatorsOf(column).join(', ')}`);
  if (typeof value !== 'string') throw refuseParameter(parameter, 'must be given once');
  return { field, column, operator, values: valuesOf(parameter, value.normalize('NFC'), operator, column) };
}

const fieldsWords = (columns: Columns) => `the fields are ${Object.keys(columns).join(', ')}`;

function operatorOf(named: string | undefined, column: Column): Operator | undefined {
  if (named === undefined) return column.kind.free || !column.kind.operators.includes('in') ? 'eq' : 'in';
  const operator = OPERATORS.find((each) => each === named);
  return operator && operatorsOf(column).includes(operator) ? operator : undefined;
}

function valuesOf(parameter: string, value: string, operator: Operator, { kind }: Column): readonly string[] {
  if (operator === 'null') {
    if (value !== 'true' && value !== 'false') throw refuseParameter(parameter, 'must be true or false');
    return [value];
  }
  const values = operator === 'in' || operator === 'nin' ? splitAtCommas(value) : [value];
  if (values.length > VALUES) throw refuseParameter(parameter, `takes at most ${VALUES} values`);
  const wrong = values.find((each) => !kind.reads(each));
  if (wrong !== undefined) throw refuseParameter(parameter, `${JSON.stringify(shortened(wrong))} is not ${kind.words}`);
  return values;
}

/** The values between commas; `\,` is a comma of a value, and `\\` a backslash. */
export function splitAtCommas(text: string): string[] {
  const values = [''];
  for (const [piece] of text.matchAll(/\\[\\,]|[^]/g)) {
    if (piece === ',') values.push('');
    else values.push(values.pop()! + (piece.length > 1 ? piece[1]! : piece));
  }
  return values;
}
