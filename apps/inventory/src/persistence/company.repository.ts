import { CompanyCreated, type ReceivedEvent } from '@millrace/contracts';
import { indexBy, unique } from '@millrace/kernel';
import type { UnitOfWork } from '@millrace/messaging';
import { Database, defineEntity, p, statement } from '@millrace/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { CompanyCopy } from '../domain/company.js';
import { warehousesOrAll } from './own-warehouses.js';
import { isInside, Location, type LocationKind, type VirtualLocations, Warehouse } from '../domain/location.js';

export const CompanyCopySchema = defineEntity({
  class: CompanyCopy,
  tableName: 'company_copy',
  properties: {
    companyId: p.uuid().primary(),
    country: p.text(),
    timeZone: p.text(),
    baseCurrency: p.text(),
    mainWarehouseId: p.uuid(),
    sequence: p.bigint('number'),
  },
});

export const WarehouseSchema = defineEntity({
  class: Warehouse,
  tableName: 'warehouse',
  properties: { companyId: p.uuid().primary(), id: p.uuid().primary(), code: p.text(), name: p.text(), stockLocationId: p.uuid() },
});

export const LocationSchema = defineEntity({
  class: Location,
  tableName: 'location',
  properties: {
    companyId: p.uuid().primary(),
    id: p.uuid().primary(),
    warehouseId: p.uuid().nullable(),
    code: p.text(),
    kind: p.text().$type<LocationKind>(),
  },
});

const COMPANY = statement('select * from company_copy where company_id = $1');
const PLACES = statement(`
  select id, stock_location_id, null as kind, null as code, null as warehouse_id from warehouse where company_id = $1
  union all select id, null, kind, code, warehouse_id from location where company_id = $1 and ((warehouse_id is null and code = upper(kind)) or id = any($2::uuid[]))`);
const WAREHOUSES = statement('select * from warehouse where company_id = $1 and ($2::uuid[] is null or id = any($2)) order by code');
const LOCATIONS = statement(`
  select * from location where company_id = $1 and ($2::uuid[] is null or warehouse_id is null or warehouse_id = any($2)) order by kind, code, id limit 1000`);

export type NamedPlace = Readonly<{ kind: LocationKind; warehouseId: string | null }>;

/** A company with its warehouses and the places outside, and the locations that were asked for. */
export class CompanyPlaces {
  constructor(
    readonly company: CompanyCopy,
    readonly virtual: VirtualLocations,
    private readonly stockLocations: ReadonlyMap<string, string>,
    private readonly named: ReadonlyMap<string, NamedPlace> = new Map(),
  ) {}

  /** The location that a warehouse ships from; the main one's when none is named; undefined for an unknown one. */
  stockLocation(warehouseId: string | undefined): string | undefined {
    return this.stockLocations.get(warehouseId ?? this.company.mainWarehouseId);
  }

  /** The location that the company's main warehouse ships from. */
  get mainLocation(): string {
    return this.stockLocations.get(this.company.mainWarehouseId)!;
  }

  /** The warehouse that a place belongs to, a stock location or one that was asked for; null for those outside. */
  warehouseOf(locationId: string): string | null {
    const named = this.named.get(locationId);
    return named ? named.warehouseId : ([...this.stockLocations].find(([, stock]) => stock === locationId)?.[0] ?? null);
  }

  /** Whether a location that was asked for is one that goods can be in, in any warehouse or in a certain one. */
  holdsGoods(locationId: string, warehouseId?: string): boolean {
    const place = this.named.get(locationId);
    return place !== undefined && isInside(place.kind) && (warehouseId === undefined || place.warehouseId === warehouseId);
  }

  /** Whether a location that was asked for is one that losses go to. */
  isForLosses(locationId: string): boolean {
    return this.named.get(locationId)?.kind === 'inventory-loss';
  }
}

@Injectable()
export class CompanyRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** A company's places, and what these locations are; undefined when the company is not known yet. */
  async places(tx: UnitOfWork, companyId: string, locationIds: readonly string[] = []): Promise<CompanyPlaces | undefined> {
    type Row = { id: string; stock_location_id: string | null; kind: LocationKind | null; code: string | null; warehouse_id: string | null };
    const [companies, rows] = await Promise.all([
      tx.query<Record<string, unknown>>(COMPANY, [companyId]),
      tx.query<Row>(PLACES, [companyId, unique(locationIds)]),
    ]);
    if (!companies[0]) return undefined;
    const company = tx.table(CompanyCopy).read(companies[0]);
    const own = rows.filter((row) => row.kind && !row.warehouse_id && row.code === row.kind.toUpperCase());
    const virtual = Object.fromEntries(own.map((row) => [row.kind, row.id])) as unknown as VirtualLocations;
    const stockLocations = indexBy(
      rows.filter((row) => row.stock_location_id),
      (row) => row.id,
    );
    const named = new Map(rows.flatMap(({ id, kind, warehouse_id: warehouseId }) => (kind ? [[id, { kind, warehouseId }] as const] : [])));
    return new CompanyPlaces(company, virtual, new Map([...stockLocations].map(([id, row]) => [id, row.stock_location_id!])), named);
  }

  /** The same for a group of events: they wait when their company is not known yet. */
  async placesOf(tx: UnitOfWork, events: readonly ReceivedEvent[]): Promise<CompanyPlaces | undefined> {
    const { companyId } = events[0]!;
    const places = await this.places(tx, companyId);
    if (!places) for (const event of events) tx.waitFor(event, CompanyCreated, companyId);
    return places;
  }

  /** @param only Those that the reader reaches to; all when absent. */
  warehouses(companyId: string, only?: readonly string[]): Promise<Warehouse[]> {
    return this.database.transaction(companyId, async (tx) =>
      (await tx.query<Record<string, unknown>>(WAREHOUSES, [companyId, warehousesOrAll(only)])).map((row) => tx.table(Warehouse).read(row)),
    );
  }

  locations(companyId: string, only?: readonly string[]): Promise<Location[]> {
    return this.database.transaction(companyId, async (tx) =>
      (await tx.query<Record<string, unknown>>(LOCATIONS, [companyId, warehousesOrAll(only)])).map((row) => tx.table(Location).read(row)),
    );
  }
}
