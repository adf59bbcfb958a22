import { type CsvRow, refuseCsv } from '@millrace/chassis';
import { ItemCreated, type Violation } from '@millrace/contracts';
import { assert, Clock, isRefusal } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import type { Item } from '../domain/item.js';
import { newItem } from '../domain/new-item.js';
import { ItemRepository } from '../persistence/item.repository.js';
import type { ItemRowDto } from '../views/item-row.dto.js';
import type { ImportedDto } from './items.dto.js';

export type ItemRows = readonly CsvRow<ItemRowDto>[];

/** Creates every item of a file, or none. */
@Injectable()
export class ImportItemsHandler implements CommandHandler<ItemRows, ReadonlyMap<string, Item>, ImportedDto> {
  readonly name = 'import-items';

  constructor(
    private readonly items: ItemRepository,
    private readonly clock: Clock,
  ) {}

  async load(commands: readonly Command<ItemRows>[], tx: UnitOfWork): Promise<Map<string, Item>> {
    const skus = commands.flatMap(({ request }) => request.map(({ fields }) => fields.sku));
    const items = await this.items.taken(tx, commands[0]!.companyId, skus, []);
    return new Map(items.map((item) => [item.sku, item]));
  }

  handle(command: Command<ItemRows>, bySku: Map<string, Item>, tx: UnitOfWork): Outcome<ImportedDto> {
    const taken = takenSkus(command.request, bySku);
    if (taken.length > 0) return refuseCsv(taken);
    for (const { fields } of command.request) {
      const item = newItem(command.companyId, fields, this.clock.now());
      assert(!isRefusal(item), 'a row of a file names no units beside the stock unit');
      bySku.set(item.sku, item);
      tx.insert(item);
      tx.publish(ItemCreated.of(item.state()), command);
    }
    return { created: command.request.length };
  }
}

/** Rows whose SKU an item has, or a row above. */
export function takenSkus(rows: ItemRows, bySku: ReadonlyMap<string, Item>): Violation[] {
  const above = new Map<string, number>();
  return rows.flatMap(({ line, fields: { sku } }) => {
    const [item, other] = [bySku.has(sku), above.get(sku)];
    above.set(sku, other ?? line);
    if (!item && other === undefined) return [];
    return [{ pointer: `/${line}/sku`, detail: item ? `there is an item ${sku} already` : `line ${other} has the SKU ${sku} too` }];
  });
}
