import { ItemCreated } from '@millrace/contracts';
import { Clock, isRefusal, Refusal } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import type { Item } from '../domain/item.js';
import { newItem } from '../domain/new-item.js';
import { ItemRepository } from '../persistence/item.repository.js';
import type { ItemDto } from '../views/item.dto.js';
import { showItem } from '../views/item.view.js';
import type { CreateItemDto } from './items.dto.js';

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
    const known = command.request.itemId === undefined ? undefined : byId.get(command.request.itemId);
    if (known) return showItem(known);
    const { sku } = command.request;
    if (bySku.has(sku)) return itemExists(sku);
    const item = newItem(command.companyId, command.request, this.clock.now());
    if (isRefusal(item)) return item;
    bySku.set(sku, item);
    byId.set(item.id, item);
    tx.insert(item);
    tx.publish(ItemCreated.of(item.state()), command);
    return showItem(item);
  }
}

export function itemExists(sku: string): Refusal {
  return new Refusal('item-exists', 'conflict', `There is an item ${sku} already: change it, or choose another SKU.`, { sku });
}
