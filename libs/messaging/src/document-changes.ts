/** Woken by a change; `state` is what the commit left of the document, where the commit says so. */
export type Wake = (state?: unknown) => void;

/** Tells those who wait for a document's next state that it may have changed: by a commit of this process, at once. */
export class DocumentChanges {
  private readonly waiting = new Map<string, Set<Wake>>();

  notify(changes: Iterable<readonly [documentId: string, state?: unknown]>): void {
    if (this.waiting.size === 0) return;
    for (const [id, state] of changes) for (const wake of this.waiting.get(id) ?? []) wake(state);
  }

  /** Tells all who wait for whatever document to look. */
  notifyAll(): void {
    for (const wakes of this.waiting.values()) for (const wake of wakes) wake();
  }

  /** @returns how to stop watching. */
  watch(documentId: string, wake: Wake): () => void {
    const wakes = this.waiting.get(documentId) ?? new Set();
    this.waiting.set(documentId, wakes.add(wake));
    return () => {
      wakes.delete(wake);
      if (wakes.size === 0 && this.waiting.get(documentId) === wakes) this.waiting.delete(documentId);
    };
  }
}
