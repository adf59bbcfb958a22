import { type EventVersion, type Field, fieldsOf } from '@millrace/contracts';
import type { ContractComments } from './contract-comments.js';
import type { EventFacts } from './event-facts.js';

const ROOT = '../..';

/** The pages of the catalogue by their file: the index, and one for each event. */
export function cataloguePages(events: readonly EventFacts[], comments: ContractComments): Map<string, string> {
  const pages = events.map((facts) => [`${facts.definition.name}.md`, eventPage(facts, comments)] as const);
  return new Map([['README.md', indexPage(events)], ...pages]);
}

function indexPage(events: readonly EventFacts[]): string {
  const services = [...Map.groupBy(events, ({ definition }) => definition.service)];
  return joined([
    '# Events',
    `Every fact that the services tell each other, by the service that tells it. These pages and [asyncapi.json](asyncapi.json),
the same for programs, are written from the contracts and the consumers by \`npm run contracts\`. How a fact travels stands
in [the architecture](../architecture.md), how an event gets another version in [the contracts](${ROOT}/libs/contracts/README.md).`,
    ...services.flatMap(([service, told]) => [
      `## ${service}`,
      table(
        ['event', 'version', 'tells', 'taken by'],
        told.map(({ definition: { name, version }, tells, takers }) => [`[${name}](${name}.md)`, `${version}`, firstSentence(tells), consumersOf(takers)]),
      ),
    ]),
  ]);
}

function eventPage({ definition, source, tells, takers }: EventFacts, comments: ContractComments): string {
  const { name, topic, keyField, version, service, versions } = definition;
  return joined([
    `# ${name}`,
    tells,
    table(
      ['', ''],
      [
        ['producer', `[${service}](${ROOT}/apps/${service}/README.md)`],
        ['topic, key', `\`${topic}\`, \`${keyField}\``],
        ['versions', versionsInWords(definition)],
        ['declared in', `[${source.split('/').at(-1)}](${ROOT}/${source})`],
      ],
    ),
    '## Who takes it',
    takers.length === 0
      ? 'No service of the suite: it is there for apps and analysis.'
      : table(
          ['consumer', 'what it does'],
          takers.map(({ consumer, does = '' }) => [`\`${consumer}\``, does]),
        ),
    ...versions.flatMap((each) => versionSection(each, comments)),
    ...(version > 1
      ? [
          '## How it changed',
          versions
            .slice(0, -1)
            .map((each, at) => changeOf(each, versions[at + 1]!))
            .join('\n'),
        ]
      : []),
  ]);
}

function versionsInWords({ version, versions, oldestWritable }: EventFacts['definition']): string {
  if (version === 1) return '1';
  const read = `${versions.at(-1)!.version} to ${version} are read`;
  if (oldestWritable === version) return `${read}, ${version} is written`;
  return `${read}; ${oldestWritable} is written until \`EVENT_VERSIONS\` names a newer one`;
}

function versionSection({ type, version, contract, example }: EventVersion, comments: ContractComments): string[] {
  return [
    `## Version ${version}`,
    `[JSON Schema](${ROOT}/libs/contracts/events/${type}.json)`,
    table(['field', 'type', 'required', 'rule', 'personal', 'what it is'], fieldRows(contract, comments)),
    'Golden sample:',
    `\`\`\`json\n${JSON.stringify(example, null, 2)}\n\`\`\``,
  ];
}

type Class = Parameters<typeof fieldsOf>[0];

/** The fields of a contract and of its parts, each part after the field that holds it. */
function fieldRows(contract: Class, comments: ContractComments, path = ''): string[][] {
  return fieldsOf(contract).flatMap((field) => {
    const place = `${path}${field.name}${field.isList ? '[]' : ''}`;
    return [fieldRow(field, place, contract, comments), ...(field.part ? fieldRows(field.part, comments, `${place}.`) : [])];
  });
}

function fieldRow({ name, type, required, rules, personal }: Field, place: string, contract: Class, comments: ContractComments): string[] {
  const what = comments.classes.get(`${contract.name}.${name}`) ?? '';
  return [`\`${place}\``, type, required ? 'yes' : 'no', rules.join(', '), personal ? 'yes' : '', what];
}

function changeOf({ version }: EventVersion, { version: older, next }: EventVersion): string {
  const way = next!.downcast ? `A fact is also written as version ${older}.` : `Version ${older} is only read.`;
  return `- **${older} → ${version}.** ${next!.changed} ${way}`;
}

const consumersOf = (takers: EventFacts['takers']) => takers.map(({ consumer }) => `\`${consumer}\``).join(', ') || 'nobody here';

const firstSentence = (text: string) => /^.*?\.(?= |$)/.exec(text)?.[0] ?? text;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

const joined = (blocks: readonly string[]) => `${blocks.join('\n\n')}\n`;
