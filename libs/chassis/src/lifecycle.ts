/** Whether the process is shutting down: told before anything stops. */
export class Lifecycle {
  private readonly told: (() => void)[] = [];
  private ending = false;

  get draining(): boolean {
    return this.ending;
  }

  /** Does something as soon as the process begins to drain. */
  onDrain(work: () => void): void {
    this.told.push(work);
  }

  drain(): void {
    if (this.ending) return;
    this.ending = true;
    for (const work of this.told) work();
  }
}
