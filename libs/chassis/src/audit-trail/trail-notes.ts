import { Clock } from '@millrace/kernel';
import { appendToTrail, type Origin, type TrailEntry } from '@millrace/messaging';
import { Database } from '@millrace/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { LOGGER } from '../logger.js';
import { identityOf } from '../http/access.js';
import { originOf } from '../http/origin.js';
import type { ProblemException } from '../http/problem.js';
import { type SharedAllowance, SharedTrailBudget } from './trail-budget.js';

/**
 * What floods of refused requests may write in each process, alike ones counted: some 40 MB a day from those who are
 * nobody known, or on one company, and four times that at the very most.
 */
const REFUSED: SharedAllowance = { each: { atOnce: 500, aMinute: 60 }, all: { atOnce: 2_000, aMinute: 240 } };
/** The same for what was done: a sign-in needs a secret first. */
const DONE: SharedAllowance = { each: { atOnce: 1_000, aMinute: 300 }, all: { atOnce: 4_000, aMinute: 1_200 } };
/** Whose lines those are that are no company's. */
const NOBODY = 'nobody';
const ACCOUNTS = 'accounts';
/** Counts of what was too much for lines of its own are written once in so long. */
const COUNTS_MS = 60_000;
/** Stands where it could be any operation. */
const MANY = '*';
const ANYBODY = { session: null, client: null, address: null };

/** Something that happened outside of any transaction of its own. */
export type Note = Readonly<{ companyId: string | null; subject: string | null; origin: Origin; requestId: string | null; problem: string | null }>;
type Line = { readonly companyId: string | null; readonly entry: TrailEntry; times: number };

/**
 * What stands in the audit trail and has no transaction: requests that were refused, and sign-ins.
 *
 * Alike ones of a moment are one line with a count. When more unlike ones come than may be written, what is above is
 * counted by problem alone, without who, what and where, so that no flood fills the disk. Each company has a budget of
 * its own, as have those whom nobody knows, so that none can hide what is done to another behind noise.
 */
@Injectable()
export class TrailNotes {
  private lines = new Map<string, Line>();
  private counts = new Map<string, Line>();
  private countsWrittenAt: number;
  private readonly budgets;

  constructor(
    @Inject(Database) private readonly database: Database,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    const now = clock.now().getTime();
    this.countsWrittenAt = now;
    this.budgets = { refused: new SharedTrailBudget(REFUSED, now), done: new SharedTrailBudget(DONE, now) };
  }

  /** Notes that a request was refused: who was turned away at the door, and which writes came to nothing. */
  refused({ status, code }: ProblemException, request: FastifyRequest): void {
    const turnedAway = status === 401 || status === 403;
    if (status >= 500 || !(turnedAway || request.method !== 'GET')) return;
    const identity = identityOf(request);
    const origin = originOf(request, identity);
    if (origin) this.note({ companyId: identity?.companyId ?? null, subject: identity?.subject ?? null, origin, requestId: request.id, problem: code });
  }

  note(note: Note): void {
    const { problem } = note;
    const outcome = problem === null ? 'done' : 'refused';
    const alike = whatIsAlike(note);
    if (this.lines.has(alike) || this.budgets[outcome].take(whose(note), this.clock.now().getTime())) return count(this.lines, alike, lineOf(note));
    count(this.counts, `${problem}`, lineOf({ companyId: null, subject: null, origin: { operation: MANY, ...ANYBODY }, requestId: null, problem }));
  }

  /** Writes what was noted; what cannot be written is kept for the next time. */
  async flush({ all = false } = {}): Promise<void> {
    const byCompany = Map.groupBy(this.takeLines(all), ([, { companyId }]) => companyId);
    for (const [companyId, noted] of byCompany) {
      const entries = noted.map(([, { entry, times }]) => ({ ...entry, times }));
      try {
        await this.database.transaction(companyId, async (tx) => appendToTrail(tx, entries));
      } catch (error) {
        this.logger.warn({ error: String(error), lines: noted.length }, 'lines of the audit trail could not be written, trying again');
        for (const [alike, line] of noted) count(this.lines, alike, line);
      }
    }
  }

  onModuleDestroy(): Promise<void> {
    return this.flush({ all: true });
  }

  private takeLines(all: boolean): [string, Line][] {
    const taken = [...this.lines];
    this.lines = new Map();
    const now = this.clock.now().getTime();
    if (!all && now - this.countsWrittenAt < COUNTS_MS) return taken;
    taken.push(...this.counts);
    this.counts = new Map();
    this.countsWrittenAt = now;
    return taken;
  }
}

const whose = ({ companyId, subject }: Note) => companyId ?? (subject === null ? NOBODY : ACCOUNTS);

/** Who is nobody known names their program as they like, which makes no line of its own. */
function whatIsAlike({ companyId, subject, problem, origin }: Note): string {
  return JSON.stringify([companyId, subject, problem, subject === null ? { ...origin, client: null } : origin]);
}

function lineOf({ companyId, subject, origin, requestId, problem }: Note): Line {
  const outcome = problem === null ? 'done' : 'refused';
  return { companyId, entry: { subject, origin, requestId, outcome, problem, times: 1, record: origin.record }, times: 1 };
}

/** Adds a line to those that are there; to one that is alike, as often as it happened. */
function count(lines: Map<string, Line>, alike: string, line: Line): void {
  const known = lines.get(alike);
  if (known) known.times += line.times;
  else lines.set(alike, line);
}
