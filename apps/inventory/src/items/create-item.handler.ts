import { ItemCreated } from '@millrace/contracts';
import { Clock, newId, Refusal } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { Item } from '../domain/item.js';
import { ItemRepository } from '../persistence/item.repository.js';
import type { CreateItemDto, ItemDto } from './items.dto.js';

@Injectable()
export class CreateItemHandler implements CommandHandler<CreateItemDto, Set<string>, ItemDto> {
  readonly name = 'create-item';

  constructor(
    private readonly items: ItemRepository,
    private readonly clock: Clock,
  ) {}

  load(commands: readonly Command<CreateItemDto>[], tx: UnitOfWork): Promise<Set<string>> {
    const requests = commands.map(({ request }) => request);
    return this.items.taken(tx, commands[0]!.companyId, requests.map((each) => each.sku), requests.flatMap((each) => each.itemId ?? []));
  }

  handle(command: Command<CreateItemDto>, taken: Set<string>, tx: UnitOfWork): Outcome<ItemDto> {
    const { itemId = newId(), sku, name, kind, unit = 'PCE', units = [], taxCategory = 'standard' } = command.request;
    if (taken.has(sku) || taken.has(itemId)) return new Refusal('item-exists', 'conflict', `There is an item ${sku} already: change it, or choose another SKU.`, { sku });
    if (new Set([unit, ...units.map((each) => each.unit)]).size !== units.length + 1) {
      return new Refusal('unit-repeated', 'invalid', 'Each unit of an item is named once, and its stock unit is none of the others.');
    }
    taken.add(sku).add(itemId);
    const item = Object.assign(new Item(), {
      companyId: command.companyId, id: itemId, sku, name, kind, unit, units, taxCategory, active: true, createdAt: this.clock.now(), version: 1,
    });
    tx.insert(item);
    tx.publish(ItemCreated.of(item.state()), command);
    return showItem(item);
  }
}

export function showItem(item: Item): ItemDto {
  return { ...item.state(), version: item.version };
}
