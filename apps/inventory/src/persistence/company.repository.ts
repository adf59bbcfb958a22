import { CompanyCreated, type ReceivedEvent } from '@millrace/contracts';
import { indexBy, unique } from '@millrace/kernel';
import type { UnitOfWork } from '@millrace/messaging';
import { Database, defineEntity, p, statement } from '@millrace/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { CompanyCopy } from '../domain/company.js';
import { Location, type LocationKind, type VirtualLocations, Warehouse } from '../domain/location.js';

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
  select id, stock_location_id, null as kind, null as warehouse_id from warehouse where company_id = $1
  union all select id, null, kind, warehouse_id from location where company_id = $1 and (kind not in ('storage', 'transit') or id = any($2::uuid[]))`);
const WAREHOUSES = statement('select * from warehouse where company_id = $1 order by code');
const LOCATIONS = statement('select * from location where company_id = $1 order by kind, code, id limit 1000');

/** A company with its warehouses and the places outside. */
export class CompanyPlaces {
  constructor(
    readonly company: CompanyCopy,
    readonly virtual: VirtualLocations,
    private readonly stockLocations: ReadonlyMap<string, string>,
    private readonly storage: ReadonlySet<string>,
  ) {}

  /** The location that a warehouse ships from; the main one's when none is named; undefined for an unknown one. */
  stockLocation(warehouseId: string | undefined): string | undefined {
    return this.stockLocations.get(warehouseId ?? this.company.mainWarehouseId);
  }

  /** The location that the company's main warehouse ships from. */
  get mainLocation(): string {
    return this.stockLocations.get(this.company.mainWarehouseId)!;
  }

  /** Whether an id is that of a storage location that was asked for. */
  isStorage(locationId: string): boolean {
    return this.storage.has(locationId);
  }
}

@Injectable()
export class CompanyRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** A company's places, and whether these locations are storage; undefined when the company is not known yet. */
  async places(tx: UnitOfWork, companyId: string, locationIds: readonly string[] = []): Promise<CompanyPlaces | undefined> {
    type Row = { id: string; stock_location_id: string | null; kind: LocationKind | null; warehouse_id: string | null };
    const [companies, rows] = await Promise.all([
      tx.query<Record<string, unknown>>(COMPANY, [companyId]),
      tx.query<Row>(PLACES, [companyId, unique(locationIds)]),
    ]);
    if (!companies[0]) return undefined;
    const company = tx.table(CompanyCopy).read(companies[0]);
    const virtual = Object.fromEntries(rows.filter((row) => row.kind && !row.warehouse_id).map((row) => [row.kind, row.id])) as unknown as VirtualLocations;
    const stockLocations = indexBy(
      rows.filter((row) => row.stock_location_id),
      (row) => row.id,
    );
    const storage = new Set(rows.filter((row) => row.kind === 'storage').map((row) => row.id));
    return new CompanyPlaces(company, virtual, new Map([...stockLocations].map(([id, row]) => [id, row.stock_location_id!])), storage);
  }

  /** The same for a group of events: they wait when their company is not known yet. */
  async placesOf(tx: UnitOfWork, events: readonly ReceivedEvent[]): Promise<CompanyPlaces | undefined> {
    const { companyId } = events[0]!;
    const places = await this.places(tx, companyId);
    if (!places) for (const event of events) tx.waitFor(event, CompanyCreated, companyId);
    return places;
  }

  warehouses(companyId: string): Promise<Warehouse[]> {
    return this.database.transaction(companyId, async (tx) =>
      (await tx.query<Record<string, unknown>>(WAREHOUSES, [companyId])).map((row) => tx.table(Warehouse).read(row)),
    );
  }

  locations(companyId: string): Promise<Location[]> {
    return this.database.transaction(companyId, async (tx) =>
      (await tx.query<Record<string, unknown>>(LOCATIONS, [companyId])).map((row) => tx.table(Location).read(row)),
    );
  }
}
