import { type EventDefinition, eventDefinitions } from '@millrace/contracts';
import type { ContractComments } from './contract-comments.js';
import type { DeclaredConsumer } from './declared-consumers.js';

/** Who takes a fact, and what its contract says they do with it. */
export type Taker = Readonly<{ consumer: string; service: string; does?: string }>;

/** All there is to tell of one event. */
export type EventFacts = Readonly<{
  definition: EventDefinition;
  /** Where it is declared, from the root. */
  source: string;
  tells: string;
  takers: readonly Taker[];
  /** Where its contract and the services disagree on who tells and takes it; empty when they do not. */
  disagreements: readonly string[];
}>;

/** Every declared event, by its name. */
export function eventFacts(comments: ContractComments, consumers: readonly DeclaredConsumer[]): EventFacts[] {
  const definitions = [...eventDefinitions().values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return definitions.map((definition) => factsOf(definition, comments, consumers));
}

function factsOf(definition: EventDefinition, comments: ContractComments, consumers: readonly DeclaredConsumer[]): EventFacts {
  const { name, contract, service } = definition;
  const { source, comment } = comments.events.get(name) ?? { source: '', comment: '' };
  const { tells, producer, does } = parseComment(comment || (comments.classes.get(contract.name) ?? ''));
  const taking = consumers.filter(({ types }) => types.includes(name));
  const takers = taking.map((consumer) => ({ consumer: consumer.name, service: consumer.service, does: does.get(consumer.service) }));
  const [said, real] = [[...does.keys()].toSorted(), [...new Set(taking.map((consumer) => consumer.service))].toSorted()];
  const disagreements = [
    ...(tells === '' ? [`${name} says nothing of what it tells`] : []),
    ...(producer === service ? [] : [`${name} names ${producer ?? 'nobody'} as its producer, and belongs to ${service}`]),
    ...(`${said}` === `${real}` ? [] : [`${name} names ${said.join(', ') || 'nobody'} as its consumers, and is taken by ${real.join(', ') || 'nobody'}`]),
  ];
  return { definition, source, tells, takers, disagreements };
}

type Comment = Readonly<{ tells: string; producer?: string; does: ReadonlyMap<string, string | undefined> }>;

/**
 * Reads `What it tells. Producer: orders. Consumers: inventory (reserves its goods), finance (checks credit).`; what
 * stands after several services at once holds for the last.
 */
export function parseComment(comment: string): Comment {
  const [, tells = comment, producer, takers = ''] = /^(.*?)\s*Producer: ([a-z]+)\. Consumers?: (.*)$/.exec(comment) ?? [];
  if (takers.startsWith('none')) return { tells, producer, does: new Map() };
  const named = takers.matchAll(/([a-z]+)(?: \(([^)]*)\))?(?:, |\.|$)/g);
  return { tells, producer, does: new Map([...named].map(([, service, does]) => [service!, does])) };
}
