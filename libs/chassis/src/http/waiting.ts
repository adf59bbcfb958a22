import { setTimeout as sleep } from 'node:timers/promises';
import { DocumentChanges } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { Lifecycle } from '../lifecycle.js';

const FIRST_LOOK_MS = 100;
const LONGEST_LOOK_MS = 1_000;

/** How somebody who waits looks at a document. */
export type Look<T, State = unknown> = Readonly<{
  read: () => Promise<T>;
  wanted: (document: T) => boolean;
  /** What is known of it already, so that it need not be read first. */
  known?: T;
  /** Of what a commit of this process left: whether it is worth reading. */
  reached?: (state: State) => boolean;
  /** Of many documents of this kind at once, by id: for changes that other replicas made. */
  versions?: Versions;
}>;
type Versions = Readonly<{
  /** Documents of one kind and company are looked up together. */
  group: string;
  of: (ids: readonly string[]) => Promise<ReadonlyMap<string, number>>;
}>;

type Watcher = { readonly id: string; version: number | undefined; readonly wake: () => void };

/** Waits for a document's next state on behalf of a caller who prefers to wait, until the process is to end. */
@Injectable()
export class Waiting {
  private readonly groups = new Map<string, Set<Watcher>>();

  constructor(
    private readonly changes: DocumentChanges,
    private readonly lifecycle: Lifecycle,
  ) {
    lifecycle.onDrain(() => changes.notifyAll());
  }

  /**
   * Reads a document until it is as wanted, or the time is over: woken by commits of this process, and looking now and
   * then for those of another replica, together with all others who wait.
   *
   * @returns The document as it was read last.
   */
  async until<T extends object, State>(documentId: string, seconds: number, look: Look<T, State>): Promise<T> {
    const end = Date.now() + seconds * 1_000;
    let { known } = look;
    for (let pauseMs = FIRST_LOOK_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_LOOK_MS)) {
      const left = this.lifecycle.draining ? 0 : end - Date.now();
      const change = left > 0 ? this.nextChange(documentId, look.versions ? left : Math.min(pauseMs, left), look) : undefined;
      try {
        const document = known ?? (await look.read());
        known = undefined;
        if (!change || look.wanted(document)) return document;
        change.seen(versionOf(document));
        await change.come;
      } finally {
        change?.stop();
      }
    }
  }

  private nextChange<T, State>(id: string, ms: number, { reached, versions }: Look<T, State>) {
    const { promise: come, resolve } = Promise.withResolvers<void>();
    const watcher: Watcher = { id, version: undefined, wake: resolve };
    const timer = setTimeout(resolve, ms);
    const unwatch = this.changes.watch(id, (state) => {
      if (state === undefined || !reached || reached(state as State)) resolve();
      else watcher.version = versionOf(state as object) ?? watcher.version;
    });
    const leave = versions && this.lookWithOthers(versions, watcher);
    return {
      come,
      seen: (version: number | undefined) => {
        watcher.version ??= version;
      },
      stop: () => {
        clearTimeout(timer);
        unwatch();
        leave?.();
      },
    };
  }

  private lookWithOthers(versions: Versions, watcher: Watcher): () => void {
    const watchers = this.groups.get(versions.group) ?? new Set();
    watchers.add(watcher);
    if (!this.groups.has(versions.group)) {
      this.groups.set(versions.group, watchers);
      void this.lookAfter(versions, watchers);
    }
    return () => watchers.delete(watcher);
  }

  /** One statement now and then for all who wait for documents of a kind, while there are any. */
  private async lookAfter({ group, of }: Versions, watchers: ReadonlySet<Watcher>): Promise<void> {
    for (;;) {
      await sleep(FIRST_LOOK_MS);
      const asking = [...watchers].filter(({ version }) => version !== undefined);
      if (watchers.size === 0) break;
      if (asking.length === 0) continue;
      const found = await of([...new Set(asking.map(({ id }) => id))]).catch(() => undefined);
      for (const { id, version, wake } of asking) if (!found || found.get(id)! > version!) wake(); // Who cannot be told looks for himself.
    }
    this.groups.delete(group);
  }
}

function versionOf(document: object): number | undefined {
  return 'version' in document ? (document.version as number) : undefined;
}
