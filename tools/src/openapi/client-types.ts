import openapiTS, { astToString } from 'openapi-typescript';

type Parameter = { name: string; in: string; required: boolean };
type Document = { paths: Record<string, Record<string, { parameters?: Parameter[] }>> };

/** The types of the client: the paths of the API document, and the shapes of what they take and answer. */
export async function clientTypes(document: object): Promise<string> {
  const seen = structuredClone(document) as Document;
  for (const operations of Object.values(seen.paths)) {
    // The client makes a key for each write that comes without one.
    for (const { parameters = [] } of Object.values(operations)) for (const each of parameters) if (each.name === 'Idempotency-Key') each.required = false;
  }
  return `// Written by \`npm run openapi\`.\n${astToString(await openapiTS(JSON.stringify(seen)))}`;
}
