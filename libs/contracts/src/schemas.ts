import { createRequire } from 'node:module';
import { schemaOfRule, ruleNames } from './rules.js';

/**
 * JSON Schema of every contract class that is loaded, by the class's name: what the rules say, for other programs.
 *
 * The generator is only loaded here, since no running service needs it.
 */
export async function schemasOfContracts(): Promise<Readonly<Record<string, object>>> {
  const { validationMetadatasToSchemas } = await import('class-validator-jsonschema');
  const { defaultMetadataStorage } = createRequire(import.meta.url)('class-transformer/cjs/storage') as { defaultMetadataStorage: never };
  const additionalConverters = Object.fromEntries(ruleNames().map((name) => [name, () => ({ ...schemaOfRule(name) })]));
  return validationMetadatasToSchemas({
    classTransformerMetadataStorage: defaultMetadataStorage,
    refPointerPrefix: '#/components/schemas/',
    additionalConverters,
  });
}
