import { assert } from '@millrace/kernel';

export const IMPORT_STATES = ['running', 'done'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** So many imports of a company may run at a time. */
export const MOST_RUNNING = 10;
/** How long an import rests after it failed once; twice as long with each time that follows. */
const FIRST_REST_MS = 2_000;
const LONGEST_REST_MS = 3_600_000;

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
  /** How often in a row it could not go on. */
  failures!: number;
  /** It is left alone until then. */
  restingUntil!: Date | null;
  version!: number;

  static of(file: Pick<ItemImport, 'companyId' | 'id' | 'dryRun' | 'rowCount' | 'createdBy' | 'createdAt'>): ItemImport {
    return Object.assign(new ItemImport(), file, {
      state: 'running',
      done: 0,
      created: 0,
      refused: 0,
      endedAt: null,
      failures: 0,
      restingUntil: null,
      version: 1,
    });
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
    this.failures = 0;
    this.restingUntil = null;
    this.version += 1;
  }

  /** It could not go on: the next try comes after 2 s, 4 s, 8 s and so on, and within the hour. */
  rest(now: Date): void {
    const restMs = Math.min(FIRST_REST_MS * 2 ** this.failures, LONGEST_REST_MS);
    this.failures += 1;
    this.restingUntil = new Date(now.getTime() + restMs);
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
