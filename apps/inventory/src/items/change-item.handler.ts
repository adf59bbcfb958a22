import { ItemChanged } from '@millrace/contracts';
import { isStale, Refusal, type SeenVersion } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import type { Item } from '../domain/item.js';
import { ItemRepository } from '../persistence/item.repository.js';
import type { ItemDto } from '../views/item.dto.js';
import { showItem } from '../views/item.view.js';
import type { ChangeItemDto } from './items.dto.js';

export type ItemChange = ChangeItemDto & Readonly<{ itemId: string; seen: SeenVersion }>;

@Injectable()
export class ChangeItemHandler implements CommandHandler<ItemChange, ReadonlyMap<string, Item>, ItemDto> {
  readonly name = 'change-item';

  constructor(private readonly items: ItemRepository) {}

  load(commands: readonly Command<ItemChange>[], tx: UnitOfWork): Promise<ReadonlyMap<string, Item>> {
    return this.items.lock(
      tx,
      commands[0]!.companyId,
      commands.map(({ request }) => request.itemId),
    );
  }

  handle(command: Command<ItemChange>, items: ReadonlyMap<string, Item>, tx: UnitOfWork): Outcome<ItemDto> {
    const { itemId, seen, name, units, taxCategory, active } = command.request;
    const item = items.get(itemId);
    if (!item) return new Refusal('not-found', 'missing', 'There is no item with this id.');
    if (isStale(seen, item.version)) return new Refusal('version-stale', 'stale', 'The item has changed since: read it again.');
    item.name = name ?? item.name;
    item.units = units ?? item.units;
    item.taxCategory = taxCategory ?? item.taxCategory;
    item.active = active ?? item.active;
    item.version += 1;
    tx.publish(ItemChanged.of(item.state()), command);
    return showItem(item);
  }
}
