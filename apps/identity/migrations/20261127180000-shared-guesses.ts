import { Migration } from '@millrace/persistence';

/** What is counted of guesses, by all replicas: digests alone, and nothing that must outlive a crash of the server. */
export class SharedGuesses extends Migration {
  override up(): void {
    this.addSql('create unlogged table sign_in_attempt (id uuid primary key, attempts int not null check (attempts >= 0), ends_at timestamptz not null)');
    this.addSql('create unlogged table sign_in_place (id uuid primary key, ends_at timestamptz not null)');
    for (const table of ['sign_in_attempt', 'sign_in_place']) this.addSql(`create index ${table}_ends on ${table} (ends_at)`);
  }
}
