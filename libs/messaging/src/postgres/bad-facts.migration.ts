import { Migration } from '@millrace/persistence';

/** Remembers how many partitions topics have, and keeps headers that are no text as the bytes that they are. */
export class BadFacts extends Migration {
  override up(): void {
    this.addSql(`
      create table topic_partitions (
        topic text primary key,
        partitions int not null,
        since timestamptz not null default now()
      )`);
    // Names and base64 of what the broker had, as JSON; null where the text of the headers says it all.
    this.addSql(`alter table kept_event add column raw_headers text`);
  }
}
