import { unique } from '@millrace/kernel';
import { composedStatement, Database, type Transaction } from '@millrace/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { type Caller, refusalToEnter } from '../http/access.js';
import { limitOf, type Page, type PageQuery } from '../http/pages.js';
import type { Expansion } from './expansions.js';
import { type AnyList, type List, type ListRow, policyOfList } from './list.js';
import { KEY_NAME, keysStatement, pageStatement, placeName } from './list-statement.js';
import { readPlace, writePlace } from './places.js';
import type { SortKey } from './sorting.js';

type Document = Record<string, unknown>;
type Read = Pick<Transaction, 'query'>;

/** Reads lists by their declarations. */
@Injectable()
export class ListReader {
  constructor(@Inject(Database) private readonly database: Database) {}

  /**
   * The page of a list that a request asks for, with one statement.
   *
   * @param query The parameters of the route, and whatever else of it restricts the list.
   */
  async page<Row extends object, Query extends PageQuery>(list: List<Row, Query>, query: Query, caller: Caller): Promise<Page<Row>> {
    const { conditions, order } = caller.selection;
    const { limit: _limit, after, ...own } = query;
    const limit = limitOf(query);
    const companyId = companyOf(list, caller);
    const place = after === undefined ? undefined : readPlace(after, order);
    const asked = { companyId, reader: readerOf(list, caller), query: own, conditions, order, after: place, limit: limit + 1 };
    const { text, values } = pageStatement(list, asked);
    const rows = await this.database.transaction(companyId, (tx) => tx.query<ListRow>(composedStatement(text), values));
    const shown = rows.slice(0, limit);
    const data = shown.map((row) => list.show(row, this.database));
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return last ? { data, next: writePlace(order, placeOf(last, order)) } : { data };
  }

  /**
   * Shows in full what documents name: one statement for each reference on a path, however many rows name something.
   *
   * @returns Copies: what a route answers with may be another's answer too.
   * @throws ProblemException 403 when the caller may not see what would be shown.
   */
  async expanded<T>(documents: T, expansions: readonly Expansion[], caller: Caller): Promise<T> {
    refuseUnseen(expansions, caller);
    const copies = structuredClone(documents);
    await this.database.transaction(caller.companyOrNone, (tx) => this.expand([copies].flat() as Document[], expansions, tx, caller));
    return copies;
  }

  private async expand(documents: readonly Document[], expansions: readonly Expansion[], tx: Read, caller: Caller): Promise<void> {
    for (const { name, within, reference, further } of expansions) {
      const holders = within.reduce(partsIn, documents);
      const keys = unique(holders.flatMap((holder) => (holder[reference.field] as string | undefined) ?? []));
      const found = await this.byKey(reference.list(), reference.key, keys, tx, caller);
      await this.expand([...found.values()], further, tx, caller);
      for (const holder of holders) {
        const key = holder[reference.field] as string | undefined;
        if (key !== undefined && found.has(key)) holder[name] = found.get(key);
      }
    }
  }

  private async byKey(list: AnyList, key: string, keys: readonly string[], tx: Read, caller: Caller): Promise<ReadonlyMap<string, Document>> {
    if (keys.length === 0) return new Map();
    const { text, values } = keysStatement(list, companyOf(list, caller), key, keys, readerOf(list, caller));
    const rows = await tx.query<ListRow>(composedStatement(text), values);
    return new Map(rows.map((row) => [String(row[KEY_NAME]), list.show(row, this.database) as Document]));
  }
}

const partsIn = (documents: readonly Document[], part: string): readonly Document[] => documents.flatMap((each) => [each[part] ?? []].flat() as Document[]);

/** Where a page ends that ends with this row. */
const placeOf = (row: ListRow, order: readonly SortKey[]) => order.map((_, at) => row[placeName(at)] as string | null);

const companyOf = ({ company }: AnyList, caller: Caller) => (company === null ? null : caller.companyId);

const readerOf = ({ permission }: AnyList, caller: Caller) => ({ subject: caller.subject, limits: caller.limitsOn(permission) });

/** Whoever may see an order need not be allowed to see its customer. */
function refuseUnseen(expansions: readonly Expansion[], caller: Caller): void {
  for (const { reference, further } of expansions) {
    const refusal = refusalToEnter(caller.authority, policyOfList(reference.list()));
    if (refusal) throw refusal;
    refuseUnseen(further, caller);
  }
}
