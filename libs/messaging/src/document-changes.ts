/** Tells those who wait for a document's next state that it may have changed: by a commit of this process, at once. */
export class DocumentChanges {
  private readonly waiting = new Map<string, Set<() => void>>();

  notify(documentIds: Iterable<string>): void {
    if (this.waiting.size === 0) return;
    for (const id of documentIds) for (const wake of this.waiting.get(id) ?? []) wake();
  }

  /** Ids that somebody waits for, so that they can be looked up together. */
  get watched(): readonly string[] {
    return [...this.waiting.keys()];
  }

  /** Resolves at the next change of the document, or after a time. */
  async next(documentId: string, timeoutMs: number): Promise<void> {
    const wakes = this.waiting.get(documentId) ?? new Set();
    this.waiting.set(documentId, wakes);
    await new Promise<void>((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        wakes.delete(end);
        if (wakes.size === 0 && this.waiting.get(documentId) === wakes) this.waiting.delete(documentId);
        resolve();
      };
      const timer = setTimeout(end, timeoutMs);
      wakes.add(end);
    });
  }
}
