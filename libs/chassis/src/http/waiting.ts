import { DocumentChanges } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { Lifecycle } from '../lifecycle.js';

const FIRST_LOOK_MS = 100;
const LONGEST_LOOK_MS = 1_000;

/** Waits for a document's next state on behalf of a caller who prefers to wait, until the process is to end. */
@Injectable()
export class Waiting {
  constructor(
    private readonly changes: DocumentChanges,
    private readonly lifecycle: Lifecycle,
  ) {
    lifecycle.onDrain(() => changes.notify(changes.watched));
  }

  /**
   * Reads a document until it is as wanted, or the time is over: woken by commits of this process, and looking by
   * itself now and then for those of another replica.
   *
   * @returns The document as it was read last.
   */
  async until<T>(documentId: string, seconds: number, read: () => Promise<T>, wanted: (document: T) => boolean): Promise<T> {
    const end = Date.now() + seconds * 1_000;
    for (let look = FIRST_LOOK_MS; ; look = Math.min(look * 2, LONGEST_LOOK_MS)) {
      const left = this.lifecycle.draining ? 0 : end - Date.now();
      const change = left > 0 ? this.changes.next(documentId, Math.min(look, left)) : undefined;
      const document = await read();
      if (!change || wanted(document)) return document;
      await change;
    }
  }
}
