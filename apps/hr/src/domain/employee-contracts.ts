import { addDays, type LocalDate, Money, type Refusal } from '@millrace/kernel';
import { type EmploymentContract, grossInMonth } from './employment-contract.js';
import { contractOpen, contractOverlaps, contractPaid, contractRevoked } from './refusals.js';

/**
 * The contracts of one employee, and what payslips and drafts paid in each month. At most one contract covers any day,
 * and no change makes a month earn less than was paid for it: what is paid is final, so it is the last day that gives way.
 */
export class EmployeeContracts {
  constructor(
    private readonly contracts: EmploymentContract[],
    private readonly paid: ReadonlyMap<LocalDate, Money>,
  ) {}

  find(contractId: string): EmploymentContract | undefined {
    return this.contracts.find((each) => each.id === contractId);
  }

  /** Adds a contract. With `endsOpen` the open one, if it began no later, ends the day before: so pay is raised. */
  sign(next: EmploymentContract, endsOpen: boolean): Refusal | undefined {
    const open = this.contracts.filter((each) => endsOpen && !each.revoked && each.validTo === null && each.validFrom <= next.validFrom);
    const refusal = this.end(open, addDays(next.validFrom, -1), [next]);
    if (!refusal) this.contracts.push(next);
    return refusal;
  }

  /** Moves the last day of a contract, to earlier or later; one that ends before it begins is revoked. */
  move(contract: EmploymentContract, lastDay: LocalDate): Refusal | undefined {
    return contract.revoked ? contractRevoked : this.end([contract], lastDay);
  }

  /** The employee leaves: what runs past the last day ends on it. Without one nothing may run past today. */
  leave(lastDay: LocalDate | undefined, today: LocalDate): Refusal | undefined {
    const running = this.contracts.filter((each) => each.runsPast(lastDay ?? today));
    if (lastDay === undefined) return running.length === 0 ? undefined : contractOpen;
    return this.end(running, lastDay);
  }

  private end(contracts: readonly EmploymentContract[], lastDay: LocalDate, signed: readonly EmploymentContract[] = []): Refusal | undefined {
    const ended = new Map(contracts.map((each) => [each, each.endedOn(lastDay)]));
    const after = [...this.contracts.map((each) => ended.get(each) ?? each), ...signed];
    if (after.some((each, index) => after.slice(index + 1).some((other) => each.overlaps(other)))) return contractOverlaps;
    for (const [month, paid] of this.paid) {
      const earned = earnedIn(month, after, paid.currency);
      if (earned.isLessThan(paid) && earned.isLessThan(earnedIn(month, this.contracts, paid.currency))) return contractPaid(month, paid, earned);
    }
    for (const [contract, end] of ended) Object.assign(contract, end);
    return undefined;
  }
}

function earnedIn(month: LocalDate, contracts: readonly EmploymentContract[], currency: string): Money {
  return Money.sum(
    contracts.map((each) => grossInMonth(each, month)),
    currency,
  );
}
