import { CompanyCreated, type EventOf } from '@millrace/contracts';
import { newId } from '@millrace/kernel';
import { Consumer, Handles, type UnitOfWork } from '@millrace/messaging';
import { CompanyCopy } from '../domain/company.js';
import { Location, VIRTUAL_LOCATIONS, Warehouse } from '../domain/location.js';

type Created = EventOf<typeof CompanyCreated>;

/** What inventory knows of companies; each gets a main warehouse and the places outside it. */
@Consumer('inventory.company-copy')
export class CompanyCopyConsumer {
  async load(): Promise<void> {}

  @Handles(CompanyCreated)
  created(event: Created, _loaded: void, tx: UnitOfWork): void {
    const { companyId, country, timeZone, baseCurrency } = event.data;
    const storage = location(companyId, 'STOCK', 'storage', newId());
    const warehouse = Object.assign(new Warehouse(), {
      companyId,
      id: storage.warehouseId!,
      code: 'MAIN',
      name: 'Main warehouse',
      stockLocationId: storage.id,
    });
    const company = Object.assign(new CompanyCopy(), { companyId, country, timeZone, baseCurrency, mainWarehouseId: warehouse.id, sequence: event.sequence });
    const outside = VIRTUAL_LOCATIONS.map((kind) => location(companyId, kind.toUpperCase(), kind, null));
    tx.insert(company, warehouse, storage, ...outside);
    tx.publish(warehouse.opened(), event);
  }
}

function location(companyId: string, code: string, kind: Location['kind'], warehouseId: string | null): Location {
  return Object.assign(new Location(), { companyId, id: newId(), warehouseId, code, kind });
}
