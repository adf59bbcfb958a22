import type { Contract } from '@millrace/contracts';
import type { FastifyRequest } from 'fastify';
import { setSelection } from '../http/access.js';
import type { RouteDescription } from '../http/returns.js';
import { type Expansion, expansionsOf } from './expansions.js';
import { type Condition, conditionsOf, isFilter } from './filters.js';
import { type AnyList, listOf, referencesOf } from './list.js';
import { orderOf, type SortKey } from './sorting.js';
import { type Fields, fieldsOfQuery } from './sparse-fields.js';

/** What a request wants to see of a list or a document: which rows, in which order, which fields, and what is named in full. */
export type Selection = Readonly<{
  conditions: readonly Condition[];
  order: readonly SortKey[];
  fields?: Fields;
  expansions: readonly Expansion[];
}>;

/** HEAD is answered by the same handler. */
const READS = new Set(['GET', 'HEAD']);

const EVERYTHING: Selection = { conditions: [], order: [], expansions: [] };

type Query = Record<string, unknown>;

/**
 * Takes the parameters that every list has alike out of the query, so that the route's own class only knows its own.
 *
 * @throws ProblemException 400 that names the parameter and what it takes.
 */
export function takeSelection(request: FastifyRequest, handler: object, description: RouteDescription | undefined): Selection {
  const row = READS.has(request.method) ? rowOf(description) : undefined;
  if (!row) return EVERYTHING;
  const [query, list, references] = [request.query as Query, listOf(handler), referencesOf(handler)];
  const expansions = expansionsOf(query.expand, references, row);
  const fields = fieldsOfQuery(query.fields, row, expansions);
  const selection = { ...rowsOf(query, list), fields, expansions };
  for (const parameter of Object.keys(query)) if (isTaken(parameter, list)) delete query[parameter];
  setSelection(request, selection);
  return selection;
}

function rowsOf(query: Query, list: AnyList | undefined): Pick<Selection, 'conditions' | 'order'> {
  return list ? { conditions: conditionsOf(query, list.columns), order: orderOf(query.sort, list.columns, list.order) } : EVERYTHING;
}

/** The others stay and are refused with what else the route does not know. */
function isTaken(parameter: string, list: AnyList | undefined): boolean {
  return parameter === 'fields' || parameter === 'expand' || (list !== undefined && (parameter === 'sort' || isFilter(parameter)));
}

/** The class of what a route shows: of each row where it shows several. */
export function rowOf(description: RouteDescription | undefined): Contract<object> | undefined {
  const body = description?.body;
  if (body === undefined || 'bulk' in body) return undefined;
  if (typeof body === 'function') return body;
  return 'page' in body ? body.page : body[0];
}
