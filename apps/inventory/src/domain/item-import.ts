import { assert } from '@millrace/kernel';

export const IMPORT_STATES = ['running', 'done'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** A file of items on its way in. Invariant: done = created + refused ≤ rows; it is done when all rows are. */
export class ItemImport {
  companyId!: string;
  id!: string;
  state!: ImportState;
  /** Nothing is created: the rows are only looked at. */
  dryRun!: boolean;
  rowCount!: number;
  /** Rows that were taken on, from the first one. */
  done!: number;
  /** Items that it created, or would have. */
  created!: number;
  refused!: number;
  createdBy!: string;
  createdAt!: Date;
  endedAt!: Date | null;
  version!: number;

  static of(file: Pick<ItemImport, 'companyId' | 'id' | 'dryRun' | 'rowCount' | 'createdBy' | 'createdAt'>): ItemImport {
    return Object.assign(new ItemImport(), file, { state: 'running', done: 0, created: 0, refused: 0, endedAt: null, version: 1 });
  }

  /** The next rows have been taken on. */
  advance(created: number, refused: number, now: Date): void {
    this.created += created;
    this.refused += refused;
    this.done += created + refused;
    assert(this.done <= this.rowCount, 'an import takes on the rows of its file and no more');
    if (this.done === this.rowCount) {
      this.state = 'done';
      this.endedAt = now;
    }
    this.version += 1;
  }
}

/** A row of the file. */
export class ItemImportRow {
  companyId!: string;
  importId!: string;
  rowNo!: number;
  /** Where it ends in the file. */
  line!: number;
  /** As it was written, for finding rows that name the same. */
  sku!: string | null;
  fields!: Readonly<Record<string, string>>;
  /** Which cell was refused, and why; nothing for a row that was taken. */
  pointer!: string | null;
  detail!: string | null;
}
