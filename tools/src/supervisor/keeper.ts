import { setTimeout as sleep } from 'node:timers/promises';
import { Interrupted, type Member } from './member.js';

const RESTART_FIRST_MS = 200;
const RESTART_LONGEST_MS = 5_000;

/** Keeps processes running: starts again what dies and what it is asked to, one thing at a time for each process. */
export class Keeper {
  /** How often each process ended without being asked to. */
  readonly deaths = new Map<string, number>();
  /** What became of each that ended so, the last time. */
  readonly lastDeath = new Map<string, string>();
  private readonly waits = new Map<string, number>();
  private readonly halted = new Set<Member>();
  private readonly turns = new Map<Member, Promise<unknown>>();
  private ending = false;

  constructor(private readonly note: (what: string) => void) {}

  /** Starts again what died: soon the first time, later when it keeps dying. */
  died(member: Member, how: string): void {
    if (this.ending) return;
    this.deaths.set(member.name, (this.deaths.get(member.name) ?? 0) + 1);
    this.lastDeath.set(member.name, how);
    const wait = this.waits.get(member.name) ?? RESTART_FIRST_MS;
    this.waits.set(member.name, Math.min(wait * 2, RESTART_LONGEST_MS));
    this.note(`${member.name} died (${how}); starting it again`);
    void sleep(wait)
      .then(() => this.inTurn(member, async () => (this.ending || member.pid || this.halted.has(member) ? undefined : member.start())))
      .then(
        () => setTimeout(() => this.waits.delete(member.name), RESTART_LONGEST_MS).unref(),
        (error: unknown) => error instanceof Interrupted || this.died(member, firstLine(error)),
      );
  }

  /**
   * Stops and starts each of these, one after the other, whatever becomes of those before it. What does not come back
   * at once is started again like anything that dies.
   *
   * @throws the first error, unless failpoints were armed: one may well end the process while it starts.
   */
  async restart(members: readonly Member[], failpoints?: string): Promise<void> {
    const errors: unknown[] = [];
    for (const member of members) {
      try {
        if (!member.ready) await member.stop(); // So that a start under way gives up its turn.
        await this.inTurn(member, () => this.restartOne(member, failpoints));
        this.note(`${member.name} restarted${failpoints ? ` with ${failpoints}` : ''}`);
      } catch (error) {
        errors.push(error);
        if (!(error instanceof Interrupted)) this.died(member, firstLine(error));
      }
    }
    if (errors.length > 0 && !failpoints) throw errors[0];
  }

  /** Stops these for a while: nothing starts them again until `resume`. */
  async halt(members: readonly Member[]): Promise<void> {
    for (const member of members) this.halted.add(member);
    await Promise.all(members.map((member) => this.inTurn(member, () => member.stop())));
    for (const { name } of members) this.note(`${name} halted`);
  }

  /** Starts these again. @throws the first error of those that do not come back. */
  async resume(members: readonly Member[]): Promise<void> {
    for (const member of members) this.halted.delete(member);
    await Promise.all(members.map((member) => this.inTurn(member, async () => (this.ending || member.pid ? undefined : member.start()))));
    for (const { name } of members) this.note(`${name} resumed`);
  }

  /** From now on what ends has ended. */
  end(): void {
    this.ending = true;
  }

  private async restartOne(member: Member, failpoints?: string): Promise<void> {
    await member.stop();
    if (this.ending) throw new Interrupted('the suite is stopping');
    await member.start(failpoints);
  }

  private inTurn<T>(member: Member, work: () => Promise<T>): Promise<T> {
    const turn = (this.turns.get(member) ?? Promise.resolve()).then(work);
    this.turns.set(
      member,
      turn.catch(() => {}),
    );
    return turn;
  }
}

const firstLine = (error: unknown) => (error as Error).message.split('\n')[0]!;
