import { newId, Refusal } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { arrayLiteral, statement } from '@millrace/persistence';
import { Injectable } from '@nestjs/common';
import { isInside, Location } from '../domain/location.js';
import { refusalOfWarehouses } from '../domain/own-warehouses.js';
import { companyNotReady, locationMisplaced, warehouseUnknown } from '../domain/refusals.js';
import type { LocationDto } from '../views/place.dto.js';
import { showLocation } from '../views/place.view.js';
import type { CreateLocationDto } from './warehouses.dto.js';

const KNOWN = statement(`
  select w.id as warehouse_id, l.code from warehouse w left join location l on l.company_id = w.company_id and l.warehouse_id = w.id
  where w.company_id = $1 and w.id = any($2::uuid[])
  union all select null, code from location where company_id = $1 and warehouse_id is null`);

/** Codes that are taken, by warehouse; and of the places that belong to none. */
type Known = Map<string | null, Set<string>>;

/** Adds a place: to a warehouse where goods can be in it, to none where losses go to it. */
@Injectable()
export class CreateLocationHandler implements CommandHandler<CreateLocationDto, Known, LocationDto> {
  readonly name = 'create-location';

  async load(commands: readonly Command<CreateLocationDto>[], tx: UnitOfWork): Promise<Known> {
    const ids = arrayLiteral(
      commands.flatMap(({ request }) => request.warehouseId ?? []),
      false,
    );
    const known: Known = new Map();
    for (const row of await tx.query<{ warehouse_id: string | null; code: string }>(KNOWN, [commands[0]!.companyId, ids])) {
      known.set(row.warehouse_id, (known.get(row.warehouse_id) ?? new Set()).add(row.code));
    }
    return known;
  }

  handle(command: Command<CreateLocationDto>, known: Known, tx: UnitOfWork): Outcome<LocationDto> {
    const { code, kind, warehouseId = null } = command.request;
    if (isInside(kind) !== (warehouseId !== null)) return locationMisplaced(kind);
    const codes = known.get(warehouseId);
    if (!codes) return warehouseId === null ? companyNotReady : warehouseUnknown;
    const refusal = refusalOfWarehouses(command, 'inventory.warehouse.create', [warehouseId]);
    if (refusal) return refusal;
    if (codes.has(code)) return new Refusal('location-exists', 'conflict', `There is a location ${code} there already.`);
    codes.add(code);
    const location = Object.assign(new Location(), { companyId: command.companyId, id: newId(), warehouseId, code, kind });
    tx.insert(location);
    return showLocation(location);
  }
}
