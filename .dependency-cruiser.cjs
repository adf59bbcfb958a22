/** Who may import whom. `tools/src/import-rules.spec.ts` breaks every rule once, and sees to it that each is found. */
const APP = '^apps/([^/]+)/';
const lib = (...names) => `^libs/(?:${names.join('|')})/`;
const SPEC = '\\.spec\\.ts$';
const FIXTURE = '\\.fixture\\.ts$';

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    forbid(
      'kernel-alone',
      'The kernel imports nothing of ours and no framework.',
      { path: lib('kernel'), pathNot: SPEC },
      { path: ['^(apps|libs|tools)/', '@nestjs|mikro-orm|kafkajs|@platformatic|class-validator'], pathNot: lib('kernel') },
    ),
    forbid(
      'contracts-base',
      'Contracts import the kernel, class-validator and class-transformer.',
      { path: lib('contracts'), pathNot: SPEC },
      { path: ['^(apps|libs|tools)/', '@nestjs|mikro-orm|kafkajs|@platformatic'], pathNot: lib('contracts', 'kernel') },
    ),
    forbid(
      'persistence-base',
      'Persistence imports the kernel and contracts.',
      { path: lib('persistence'), pathNot: SPEC },
      { path: '^(apps|libs|tools)/', pathNot: lib('persistence', 'kernel', 'contracts') },
    ),
    forbid(
      'messaging-base',
      'Messaging also imports persistence.',
      { path: lib('messaging'), pathNot: SPEC },
      { path: '^(apps|libs|tools)/', pathNot: lib('messaging', 'persistence', 'kernel', 'contracts') },
    ),
    forbid(
      'chassis-base',
      'Chassis also imports messaging.',
      { path: lib('chassis'), pathNot: SPEC },
      { path: '^(apps|libs|tools)/', pathNot: lib('chassis', 'messaging', 'persistence', 'kernel', 'contracts') },
    ),
    forbid(
      'embedded-alone',
      'The embedded servers import nothing of ours.',
      { path: lib('embedded'), pathNot: SPEC },
      { path: '^(apps|libs|tools)/', pathNot: lib('embedded') },
    ),
    forbid(
      'client-alone',
      'The client of the API knows it by its document alone.',
      { path: lib('client'), pathNot: SPEC },
      { path: '^(apps|libs|tools)/', pathNot: lib('client') },
    ),
    forbid(
      'testing-for-tests',
      'Only specs, their fixtures, end-to-end tests and tools import the testing library.',
      { path: '^(apps|libs)/', pathNot: [SPEC, FIXTURE, '^apps/e2e/', lib('testing')] },
      { path: lib('testing') },
    ),
    forbid('no-app-to-app', 'A service never imports another.', { path: APP, pathNot: '^apps/e2e/' }, { path: '^apps/', pathNot: '^apps/$1/' }),
    forbid(
      'e2e-from-outside',
      'End-to-end tests reach services over HTTP and the log only.',
      { path: '^apps/e2e/' },
      { path: '^apps/', pathNot: '^apps/e2e/' },
    ),
    forbid('tools-from-outside', 'Tools reach services over HTTP, the log and the read-only roles.', { path: '^tools/' }, { path: '^apps/' }),
    forbid('nobody-imports-tools', 'Tools stand on top.', { path: '^(apps|libs)/', pathNot: '^apps/e2e/' }, { path: '^tools/' }),
    forbid(
      'domain-pure',
      'A domain imports itself, the kernel and contracts.',
      { path: '^apps/[^/]+/src/domain/', pathNot: SPEC },
      {
        path: ['^apps/[^/]+/src/(?!domain/)', '^(libs|tools)/', '@nestjs|mikro-orm|kafkajs|@platformatic|class-validator'],
        pathNot: lib('kernel', 'contracts'),
      },
    ),
    forbid(
      'no-slice-to-slice',
      'A slice uses domain, persistence and views of its service, never another slice.',
      { path: '^apps/([^/]+)/src/([^/]+)/', pathNot: [SPEC, '^apps/[^/]+/src/(domain|persistence|views)/', '^apps/gateway/'] },
      { path: '^apps/$1/src/[^/]+/', pathNot: '^apps/$1/src/($2|domain|persistence|views)/' },
    ),
    forbid(
      'persistence-below-slices',
      'What is shared by slices knows none of them.',
      { path: '^apps/([^/]+)/src/(domain|persistence|views)/', pathNot: SPEC },
      { path: '^apps/$1/src/[^/]+/', pathNot: '^apps/$1/src/(domain|persistence|views)/' },
    ),
    forbid(
      'kafkajs-in-messaging',
      'kafkajs and Nest transports are seen only inside messaging.',
      { path: '^(apps|libs|tools)/', pathNot: lib('messaging') },
      { path: 'node_modules/(kafkajs|@nestjs/microservices)/' },
    ),
    forbid(
      'platformatic-in-messaging',
      'The other driver of the log is seen only inside messaging; tests play a strange producer with it.',
      { path: '^(apps|libs|tools)/', pathNot: lib('messaging', 'testing') },
      { path: 'node_modules/@platformatic/kafka/' },
    ),
    forbid(
      'entity-manager-inside',
      'The entity manager is seen only in messaging, persistence and the persistence of a service.',
      { path: '^(apps|libs|tools)/', pathNot: [lib('messaging', 'persistence'), '^apps/[^/]+/(src/persistence|migrations)/'] },
      { path: 'node_modules/@mikro-orm/' },
    ),
    forbid('no-circles', 'Nothing imports itself, however long the way.', {}, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
    forbid(
      'no-orphans',
      'Every module is used by something.',
      {
        orphan: true,
        pathNot: [
          '\\.d\\.ts$',
          '(^|/)main\\.ts$',
          'cli\\.ts$',
          SPEC,
          '\\.(cjs|mjs|json)$',
          '^bin/',
          '^apps/[^/]+/browser/',
          'vitest\\.config',
          'write-[a-z]+\\.ts$',
        ],
      },
      {},
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^(apps|libs)/[^/]+/dist/', '^tools/dist/', '\\.json$'] }, // What we have built, and not what packages have.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@millrace/source', 'import', 'node', 'default'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
