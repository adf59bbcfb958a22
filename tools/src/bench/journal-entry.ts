import { untilThere } from '../api/patiently.js';
import { load } from './load.js';
import type { Workload } from './workload.js';

const IN_FLIGHT = 8;
const WARM_UP_SECONDS = 8;
const CREDITS = ['10.00', '20.00', '30.00'];
const DEBIT = '60.00';

export type Account = Readonly<{ code: string; kind: string; control?: string; active: boolean }>;

/** A balanced entry of four lines, posted with its number. */
export const journalEntry: Workload = async ({ shop }) => {
  const accounts = postable(
    await untilThere(
      () => shop.api.get<Account[]>('/v1/ledger-accounts'),
      (found) => found.length > 0,
      'the chart of accounts',
    ),
  );
  const account = (at: number) => accounts[at % accounts.length]!.code;
  const post = (at: number) => {
    const lines = [{ account: account(at), debit: DEBIT }, ...CREDITS.map((credit, line) => ({ account: account(at + line + 1), credit }))];
    return shop.api.post('/v1/journal-entries', { description: `Entry ${at}`, lines });
  };
  return [
    {
      name: 'journal entry',
      inFlight: IN_FLIGHT,
      floor: { workload: 'journal entry', clients: IN_FLIGHT },
      warmUp: () => load(post, IN_FLIGHT, WARM_UP_SECONDS),
      run: (seconds) => load(post, IN_FLIGHT, seconds),
    },
  ];
};

/** Accounts that people may post to: no other ledger explains them. */
export const postable = (accounts: readonly Account[]) => accounts.filter(({ control, active }) => active && control === undefined);
