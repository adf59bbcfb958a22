import { newId, Refusal } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { arrayLiteral, statement } from '@millrace/persistence';
import { Injectable } from '@nestjs/common';
import { Location, Warehouse } from '../domain/location.js';
import { refusalOfWarehouses } from '../domain/own-warehouses.js';
import type { WarehouseDto } from '../views/place.dto.js';
import { showWarehouse } from '../views/place.view.js';
import type { CreateWarehouseDto } from './warehouses.dto.js';

const TAKEN = statement('select code from warehouse where company_id = $1 and code = any($2)');

/** A warehouse comes with the location that its goods are stocked in. */
@Injectable()
export class CreateWarehouseHandler implements CommandHandler<CreateWarehouseDto, Set<string>, WarehouseDto> {
  readonly name = 'create-warehouse';

  async load(commands: readonly Command<CreateWarehouseDto>[], tx: UnitOfWork): Promise<Set<string>> {
    const rows = await tx.query<{ code: string }>(TAKEN, [
      commands[0]!.companyId,
      arrayLiteral(
        commands.map(({ request }) => request.code),
        true,
      ),
    ]);
    return new Set(rows.map((row) => row.code));
  }

  handle(command: Command<CreateWarehouseDto>, taken: Set<string>, tx: UnitOfWork): Outcome<WarehouseDto> {
    const {
      companyId,
      request: { code, name },
    } = command;
    const id = newId();
    // Nobody has a list with a warehouse that is not there yet.
    const refusal = refusalOfWarehouses(command, 'inventory.warehouse.create', [id]);
    if (refusal) return refusal;
    if (taken.has(code)) return new Refusal('warehouse-exists', 'conflict', `There is a warehouse ${code} already.`);
    taken.add(code);
    const warehouse = Object.assign(new Warehouse(), { companyId, id, code, name, stockLocationId: newId() });
    const storage = Object.assign(new Location(), { companyId, id: warehouse.stockLocationId, warehouseId: warehouse.id, code: 'STOCK', kind: 'storage' });
    tx.insert(warehouse, storage);
    tx.publish(warehouse.opened(), command);
    return showWarehouse(warehouse);
  }
}
