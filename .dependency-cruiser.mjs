import { readFileSync } from 'node:fs'
import { Visitor } from '@swc/core/Visitor.js'

// swc's visitor, by which dependency-cruiser reads TypeScript, stops at `using` declarations: walk into those too.
const { visitStatement } = Visitor.prototype
Visitor.prototype.visitStatement = function (statement) {
  if (statement.type !== 'UsingDeclaration') return visitStatement.call(this, statement)
  statement.decls = this.visitVariableDeclarators(statement.decls)
  return statement
}

/**
 * Who may import whom. Imports only go down: kit ← rooms ← features ← frames ← edges ← wiring, app, main and config. Frames lie among
 * the rooms and are those that follow `faces` in the list.
 * test/architecture plants an offence against every rule below and sees it caught.
 */

/**
 * Every room, in the order in which they may know of each other: a room may import only rooms that stand above it here.
 * A room that is not listed may not be built.
 */
export const rooms = [
  'settings',
  'inbox',
  'projection',
  'facts',
  'directory',
  'channel',
  'access',
  'tokens',
  'sessions',
  'incident',
  'roles',
  'assembly',
  'reading',
  'views',
  'paging',
  'calls',
  'updates',
  'timekeeper',
  'record',
  'todos',
  'actions',
  'postmortem',
  'publishing',
  'ladder',
  'upkeep',
  'search',
  'models',
  'assistant',
  'situation',
  'history',
  'words',
  'faces',
  'commands',
  'declaration',
  'talk',
  'card',
  'crew',
  'broadcast',
  'board',
  'home',
  'now',
  'api',
]

/** The last room below the features: what they draw with. Rooms after it are frames, and read the list of features. */
const below = rooms.slice(0, rooms.indexOf('faces') + 1)

/** Every feature, in the order in which they may know of each other, by their index.ts: that of their list. */
export const features = Array.from(
  readFileSync(new URL('src/features/all.ts', import.meta.url), 'utf8').matchAll(/^ {2}(\w+),$/gm),
  ([, name]) => name,
)

/** Tests may look inside, and samples are tests' and the gallery's. */
const tests = '\\.(test|samples)\\.tsx?$'
const npm = (...names) => `node_modules/(${names.join('|')})(/|$)`

const roomOrder = rooms.map((room, at) => ({
  name: `room-order-${room}`,
  comment: `${room} may import only the rooms that stand before it in the list of .dependency-cruiser.mjs`,
  severity: 'error',
  from: { path: `^src/rooms/${room}/`, pathNot: tests },
  to: { path: '^src/rooms/', pathNot: `^src/rooms/(${rooms.slice(0, at + 1).join('|')})/` },
}))

const featureOrder = features.map((feature, at) => ({
  name: `feature-order-${feature}`,
  comment: `${feature} may import only the features that stand before it in src/features/all.ts`,
  severity: 'error',
  from: { path: `^src/features/${feature}/`, pathNot: tests },
  to: { path: '^src/features/', pathNot: `^src/features/(${features.slice(0, at + 1).join('|')})/` },
}))

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'modules that import each other can be understood only together; within a folder a type may point back',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-cycles-between-folders',
      comment: 'between folders not even a type points back',
      severity: 'error',
      from: { path: '^(.+)/[^/]+$' },
      to: { circular: true, pathNot: '^$1/[^/]+$' },
    },
    {
      name: 'not-to-unresolvable',
      comment: 'what cannot be resolved cannot be checked',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'kit-knows-nothing-above',
      comment: 'floor 1 knows nothing about incidents',
      severity: 'error',
      from: { path: '^src/kit/' },
      to: { path: '^src/', pathNot: '^src/kit/' },
    },
    {
      name: 'rooms-know-only-kit-below',
      comment: 'floor 2 does not know how the world reaches it',
      severity: 'error',
      from: { path: '^src/rooms/', pathNot: tests },
      to: { path: '^src/', pathNot: '^src/(kit|rooms|features)/' },
    },
    {
      name: 'features-above-the-rooms',
      comment: 'the rooms that features are built of know none of them',
      severity: 'error',
      from: { path: `^src/rooms/(${below.join('|')})/`, pathNot: tests },
      to: { path: '^src/features/' },
    },
    {
      name: 'frames-know-no-feature',
      comment: 'a frame reads the list of features, and knows none by name',
      severity: 'error',
      from: { path: '^src/rooms/', pathNot: tests },
      to: { path: '^src/features/', pathNot: '^src/features/all\\.ts$' },
    },
    {
      name: 'features-know-only-rooms-below',
      comment: 'a feature is built of rooms, by their index.ts, and knows no frame',
      severity: 'error',
      from: { path: '^src/features/', pathNot: tests },
      to: { path: '^src/', pathNot: `^src/(kit|features)/|^src/rooms/(${below.join('|')})/index\\.ts$` },
    },
    {
      name: 'feature-by-its-index',
      comment: 'another feature is known only by its index.ts',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/', pathNot: tests },
      to: { path: '^src/features/[^/]+/', pathNot: '^src/features/($1/|[^/]+/index\\.ts$)' },
    },
    {
      name: 'feature-in-the-list',
      comment: 'what a feature brings is gathered in its feature.ts, which only src/features/all.ts reads',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/features/all\\.ts$' },
      to: { path: '^src/features/[^/]+/feature\\.ts$' },
    },
    {
      name: 'feature-listed',
      comment: 'a feature stands in the list of src/features/all.ts, at its place in the order',
      severity: 'error',
      from: { path: '^src/features/[^/]+/', pathNot: `^src/features/(${features.join('|')})/` },
      to: {},
    },
    ...featureOrder,
    {
      name: 'edges-do-not-know-the-wiring',
      comment: 'floor 3 does not import what wires it, nor the doctor, who looks at everything',
      severity: 'error',
      from: { path: '^src/edges/', pathNot: tests },
      to: { path: '^src/([^/]+\\.ts$|(doctor|wiring)/)' },
    },
    {
      name: 'room-by-its-index',
      comment: 'another room is known only by its index.ts',
      severity: 'error',
      from: { path: '^src/rooms/([^/]+)/', pathNot: tests },
      to: { path: '^src/rooms/[^/]+/', pathNot: '^src/rooms/($1/|[^/]+/index\\.ts$)' },
    },
    {
      name: 'rooms-from-outside-by-their-doors',
      comment: 'edges and wiring use a room through index.ts, or register one of its doors',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/(rooms|features)/|${tests}` },
      to: {
        path: '^src/(rooms|features)/',
        pathNot: '^src/features/all\\.ts$|^src/(rooms|features)/[^/]+/(index|slack|http|effects|jobs)\\.ts$',
      },
    },
    {
      name: 'room-listed',
      comment: 'a room stands in the list of .dependency-cruiser.mjs, at its place in the order',
      severity: 'error',
      from: { path: '^src/rooms/', pathNot: `^src/rooms/(${rooms.join('|')})/` },
      to: {},
    },
    ...roomOrder,
    {
      name: 'product-alone',
      comment: 'the product runs without the sandbox, the tests and the benches',
      severity: 'error',
      from: { path: '^src/', pathNot: tests },
      to: { path: '^(sandbox|test|bench|eval|scripts|web)/' },
    },
    {
      name: 'sandbox-alone',
      comment: 'the sandbox stands for Slack: it knows the bot only by the protocols',
      severity: 'error',
      from: { path: '^sandbox/' },
      to: { path: '^src/' },
    },
    {
      name: 'web-knows-the-contract',
      comment: 'the dashboard speaks to the bot over HTTP: of the product it knows one contract, as types',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(src|sandbox|test|bench|eval|scripts)/', pathNot: '^src/rooms/api/contract\\.ts$' },
    },
    {
      name: 'web-by-types-alone',
      comment: 'nothing of the product is built into the pages',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^src/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'sql-in-stores',
      comment: 'SQL stands in store.ts and in the kit that carries it',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/kit/(db|jobs|timers)/|/store\\.ts$|${tests}` },
      to: { path: npm('kysely', 'pg', 'pg-boss', '@electric-sql/[^/]+') },
    },
    {
      name: 'store-belongs-to-its-room',
      comment: 'edges and wiring hold no SQL: a store is used by the files of its own room',
      severity: 'error',
      from: { path: '^src/(edges/|wiring/|[^/]+\\.ts$)', pathNot: tests },
      to: { path: '/store\\.ts$' },
    },
    {
      name: 'slack-at-the-doors',
      comment: 'only doors and the Slack port know the Slack libraries',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/rooms/[^/]+/slack\\.ts$|^src/(kit|edges)/slack/|${tests}` },
      to: { path: npm('@slack/[^/]+') },
    },
    {
      name: 'github-by-its-port',
      comment: "only the port knows GitHub's libraries",
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/kit/github/|${tests}` },
      to: { path: npm('@octokit/[^/]+') },
    },
    {
      name: 'no-dev-dependencies-in-the-product',
      comment: '`npm start` installs without the development dependencies',
      severity: 'error',
      from: { path: '^(src|sandbox|web)/', pathNot: '\\.test\\.tsx?$|/test/|/testing/|/harness/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    // Only what we build: most packages are served from a folder named dist, and would go unseen with it.
    exclude: { path: '^(sandbox/web/dist|web/dist|\\.build)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
