import { ItemCreated } from '@millrace/contracts';
import { Clock, newId, Refusal } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { Item } from '../domain/item.js';
import { ItemRepository } from '../persistence/item.repository.js';
import type { CreateItemDto, ItemDto } from './items.dto.js';

type Taken = Readonly<{ bySku: Map<string, Item>; byId: Map<string, Item> }>;

@Injectable()
export class CreateItemHandler implements CommandHandler<CreateItemDto, Taken, ItemDto> {
  readonly name = 'create-item';

  constructor(
    private readonly items: ItemRepository,
    private readonly clock: Clock,
  ) {}

  async load(commands: readonly Command<CreateItemDto>[], tx: UnitOfWork): Promise<Taken> {
    const requests = commands.map(({ request }) => request);
    const items = await this.items.taken(
      tx,
      commands[0]!.companyId,
      requests.map((each) => each.sku),
      requests.flatMap((each) => each.itemId ?? []),
    );
    return { bySku: new Map(items.map((item) => [item.sku, item])), byId: new Map(items.map((item) => [item.id, item])) };
  }

  handle(command: Command<CreateItemDto>, { bySku, byId }: Taken, tx: UnitOfWork): Outcome<ItemDto> {
    const { itemId = newId(), sku, name, kind, unit = 'PCE', units = [], taxCategory = 'standard' } = command.request;
    if (byId.has(itemId)) return showItem(byId.get(itemId)!);
    if (bySku.has(sku)) return new Refusal('item-exists', 'conflict', `There is an item ${sku} already: change it, or choose another SKU.`, { sku });
    if (new Set([unit, ...units.map((each) => each.unit)]).size !== units.length + 1) {
      return new Refusal('unit-repeated', 'invalid', 'Each unit of an item is named once, and its stock unit is none of the others.');
    }
    const item = Object.assign(new Item(), {
      companyId: command.companyId,
      id: itemId,
      sku,
      name,
      kind,
      unit,
      units,
      taxCategory,
      active: true,
      createdAt: this.clock.now(),
      version: 1,
    });
    bySku.set(sku, item);
    byId.set(itemId, item);
    tx.insert(item);
    tx.publish(ItemCreated.of(item.state()), command);
    return showItem(item);
  }
}

export function showItem(item: Item): ItemDto {
  return { ...item.state(), version: item.version };
}
