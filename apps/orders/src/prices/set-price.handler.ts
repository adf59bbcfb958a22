import { Decimal, Money, type LocalDate } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { arrayLiteral, statement } from '@millrace/persistence';
import { Injectable } from '@nestjs/common';
import { type CompanyCopy, type ItemCopy, ItemPrice } from '../domain/item-copy.js';
import { companyNotReady, itemUnknown } from '../domain/refusals.js';
import { CatalogueRepository } from '../persistence/catalogue.repository.js';
import type { PriceDto, SetPriceDto } from './prices.dto.js';

const LOCK = statement(`
  select p.* from item_price p join item_copy i on i.company_id = p.company_id and i.item_id = p.item_id
  join unnest($2::text[], $3::date[]) as w(sku, valid_from) on w.sku = i.sku and w.valid_from = p.valid_from
  where p.company_id = $1 order by p.item_id, p.valid_from for update of p`);

type Loaded = Readonly<{ company?: CompanyCopy; items: ReadonlyMap<string, ItemCopy>; prices: Map<string, ItemPrice> }>;

/** Sets the price of an item from a day on; a price of that very day is replaced. */
@Injectable()
export class SetPriceHandler implements CommandHandler<SetPriceDto, Loaded, PriceDto> {
  readonly name = 'set-price';

  constructor(private readonly catalogue: CatalogueRepository) {}

  async load(commands: readonly Command<SetPriceDto>[], tx: UnitOfWork): Promise<Loaded> {
    const { companyId } = commands[0]!;
    const requests = commands.map(({ request }) => request);
    const [company, items, rows] = await Promise.all([
      this.catalogue.company(tx, companyId),
      this.catalogue.items(
        tx,
        companyId,
        requests.map((each) => each.sku),
      ),
      tx.query<Record<string, unknown>>(LOCK, [
        companyId,
        arrayLiteral(
          requests.map((each) => each.sku),
          true,
        ),
        arrayLiteral(
          requests.map((each) => each.validFrom),
          false,
        ),
      ]),
    ]);
    const prices = rows.map((row) => tx.table(ItemPrice).read(row));
    tx.beforeCommit(() => tx.table(ItemPrice).update(tx, prices, 'unitPrice', 'version'));
    return { company, items, prices: new Map(prices.map((price) => [`${price.itemId} ${price.validFrom}`, price])) };
  }

  handle({ companyId, request }: Command<SetPriceDto>, { company, items, prices }: Loaded, tx: UnitOfWork): Outcome<PriceDto> {
    if (!company) return companyNotReady;
    const item = items.get(request.sku);
    if (!item) return itemUnknown(request.sku);
    const key = `${item.itemId} ${request.validFrom}`;
    let price = prices.get(key);
    if (price) {
      price.unitPrice = new Decimal(request.unitPrice);
      price.version += 1;
    } else {
      const added = Object.assign(new ItemPrice(), {
        companyId,
        itemId: item.itemId,
        validFrom: request.validFrom as LocalDate,
        unitPrice: new Decimal(request.unitPrice),
        currency: company.baseCurrency,
        version: 1,
      });
      prices.set(key, added);
      tx.insert(added);
      price = added;
    }
    return showPrice(price, item.sku);
  }
}

export function showPrice({ validFrom, unitPrice, currency, version }: ItemPrice, sku: string): PriceDto {
  return { sku, validFrom, unitPrice: `${Money.of(unitPrice, currency)}`, currency, version };
}
