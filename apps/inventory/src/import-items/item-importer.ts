import { BackgroundLoop, LOGGER } from '@millrace/chassis';
import { ItemCreated, type Violation, violationsOf } from '@millrace/contracts';
import { assert, Clock, isRefusal } from '@millrace/kernel';
import { appendToTrail, MessagingRuntime, type UnitOfWork } from '@millrace/messaging';
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import type { Item } from '../domain/item.js';
import type { ItemImport, ItemImportRow } from '../domain/item-import.js';
import { newItem } from '../domain/new-item.js';
import { ItemRepository } from '../persistence/item.repository.js';
import { type FirstLine, ItemImportRepository } from '../persistence/item-import.repository.js';
import { ItemRowDto } from '../views/item-row.dto.js';

/** Rows of one transaction: what a crash undoes, and how long others wait for a row of ours. */
const CHUNK = 200;
const FILES = 20;
/** What an import was begun with; where from stands on the line of that request. */
const ORIGIN = { operation: 'ImportItems_begin', session: null, client: null, address: null };

/**
 * Takes on the rows of files, a few hundred in each transaction. How far a file has come is written in the same transaction
 * as the items, so each row counts once, whichever process goes on with it and whenever one crashes.
 */
@Injectable()
export class ItemImporter extends BackgroundLoop {
  constructor(
    @Inject(MessagingRuntime) private readonly messaging: MessagingRuntime,
    private readonly imports: ItemImportRepository,
    private readonly items: ItemRepository,
    private readonly clock: Clock,
    @Inject(LOGGER) logger: Logger,
  ) {
    super(logger, 'imports could not be looked at, trying again');
  }

  protected round(): Promise<unknown> {
    return this.takeAll();
  }

  /** Takes on all there is, a chunk of each file in turn, so that a long one holds up no short one. */
  async takeAll(): Promise<void> {
    for (let advanced = true; advanced && !this.stopping; ) {
      advanced = false;
      for (const { company_id: companyId, id } of await this.imports.running(FILES)) {
        const took = await this.takeSome(companyId, id).catch((error: unknown) => this.putOff(companyId, id, error));
        advanced ||= took;
      }
    }
  }

  /** The next chunk of a file. @returns Whether there was one to take. */
  takeSome(companyId: string, id: string): Promise<boolean> {
    return this.messaging.store.transaction(companyId, async (tx) => {
      const changes = tx.watchChanges(1);
      const file = await this.imports.lock(tx, companyId, id);
      if (!file) return false;
      const rows = await this.imports.nextRows(tx, file, CHUNK);
      const skus = rows.flatMap(({ sku }) => sku ?? []);
      const [taken, first] = await Promise.all([this.items.taken(tx, companyId, skus, []), this.imports.firstLines(tx, file, skus)]);
      const known = new Set(taken.map((item) => item.sku));
      const refused = rows.filter((row) => refuse(row, known, first));
      const wanted = rows.filter(({ pointer }) => pointer === null);
      if (!file.dryRun) for (const row of wanted) this.create(file, row, tx);
      file.advance(wanted.length, refused.length, this.clock.now());
      this.imports.keepRefused(tx, file, refused);
      if (!file.dryRun) await this.noteChanges(file, changes, tx);
      return true;
    });
  }

  /** A line of the audit trail for these rows: nobody's request makes the items, but somebody's file does. */
  private async noteChanges({ id, createdBy }: ItemImport, changes: ReturnType<UnitOfWork['watchChanges']>, tx: UnitOfWork): Promise<void> {
    await tx.flush();
    const done = { outcome: 'done', problem: null, times: 1, record: { type: 'item-import', id } } as const;
    const { changes: rows, more } = changes.of(0);
    appendToTrail(tx, [{ subject: createdBy, origin: ORIGIN, requestId: id, ...done, changes: rows, more }]);
  }

  /** Lets an import that failed rest, so that its next tries take no turn of the others. @returns false: it did not go on. */
  private async putOff(companyId: string, id: string, error: unknown): Promise<false> {
    this.logger.error({ companyId, importId: id, error: String(error) }, 'this import could not go on, trying again after a rest');
    await this.messaging.store
      .transaction(companyId, async (tx) => (await this.imports.lock(tx, companyId, id))?.rest(this.clock.now()))
      .catch((failure: unknown) => this.logger.warn({ companyId, importId: id, error: String(failure) }, 'this import could not be put off'));
    return false;
  }

  private create({ companyId, id, createdBy }: ItemImport, { fields }: ItemImportRow, tx: UnitOfWork): void {
    const item = newItem(companyId, fields as unknown as ItemRowDto, this.clock.now());
    assert(!isRefusal(item), 'a row of a file names no units beside the stock unit');
    tx.insert(item satisfies Item);
    tx.publish(ItemCreated.of(item.state()), { companyId, actor: createdBy, correlationId: id });
  }
}

/** Writes down why a row is refused, if it is. */
function refuse(row: ItemImportRow, known: ReadonlySet<string>, first: ReadonlyMap<string, FirstLine>): boolean {
  const fault = row.pointer === null ? faultOf(row, known, first) : row;
  if (!fault) return false;
  row.pointer = fault.pointer;
  row.detail = fault.detail;
  return true;
}

/** What is wrong with a row by itself, with the items there are, or with a row above it. */
function faultOf({ fields, sku, rowNo }: ItemImportRow, known: ReadonlySet<string>, first: ReadonlyMap<string, FirstLine>): Violation | undefined {
  const [violation] = violationsOf(ItemRowDto, fields, { strict: true });
  if (violation) return violation;
  const above = first.get(sku!)!;
  if (above.row_no < rowNo) return { pointer: '/sku', detail: `line ${above.line} has the SKU ${sku} too` };
  return known.has(sku!) ? { pointer: '/sku', detail: `there is an item ${sku} already` } : undefined;
}
