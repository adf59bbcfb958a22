import { eventSchemas } from '@millrace/contracts';
import { asyncApiOf } from './asyncapi.js';
import { cataloguePages } from './catalogue.js';
import { readContractComments } from './contract-comments.js';
import type { DeclaredConsumer } from './declared-consumers.js';
import { eventFacts } from './event-facts.js';

/** Where they stand, from the root. */
export const EVENT_DOCUMENTS = 'docs/events';

/** Every document on the events, by its file in that folder. */
export async function eventDocuments(root: string, consumers: readonly DeclaredConsumer[]): Promise<Map<string, string>> {
  const comments = readContractComments(root);
  const events = eventFacts(comments, consumers);
  const asyncApi = asyncApiOf(events, await eventSchemas(), consumers);
  return new Map([...cataloguePages(events, comments), ['asyncapi.json', `${JSON.stringify(asyncApi, null, 2)}\n`]]);
}
