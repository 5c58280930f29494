import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { features, rooms } from '../../.dependency-cruiser.mjs'
import { type Cruise, cruise, root } from './cruise.ts'

const [first = '', second = ''] = rooms
const [feature = ''] = features
const frame = rooms.at(-1)

/** Each rule, and a file that offends against it. */
const offences: { rule: string; from: string; text: string }[] = [
  { rule: 'no-cycles', from: 'src/kit/ring-a.ts', text: `import './ring-b.ts'` },
  { rule: 'no-cycles-between-folders', from: 'sandbox/a/knot.ts', text: `import '../b/knot.ts'\nexport type A = 1` },
  { rule: 'not-to-unresolvable', from: 'src/kit/lost.ts', text: `import './nowhere.ts'` },
  { rule: 'kit-knows-nothing-above', from: 'src/kit/up.ts', text: `import '../rooms/${first}/index.ts'` },
  { rule: 'kit-knows-nothing-above', from: 'src/kit/up-by-type.ts', text: `import type { A } from '../app.ts'` },
  { rule: 'rooms-know-only-kit-below', from: `src/rooms/${first}/up.ts`, text: `import '../../edges/http/server.ts'` },
  { rule: 'edges-do-not-know-the-wiring', from: 'src/edges/http/up.ts', text: `import '../../app.ts'` },
  { rule: 'edges-do-not-know-the-wiring', from: 'src/edges/http/plug.ts', text: `import '../../wiring/doors.ts'` },
  { rule: 'edges-do-not-know-the-wiring', from: 'src/edges/http/ill.ts', text: `import '../../doctor/check.ts'` },
  { rule: 'room-by-its-index', from: `src/rooms/${second}/peek.ts`, text: `import '../${first}/inner.ts'` },
  {
    rule: 'rooms-from-outside-by-their-doors',
    from: 'src/edges/http/peek.ts',
    text: `import '../../rooms/${first}/inner.ts'`,
  },
  { rule: 'room-listed', from: 'src/rooms/attic/index.ts', text: `import '../${first}/index.ts'` },
  { rule: `room-order-${first}`, from: `src/rooms/${first}/later.ts`, text: `import '../${second}/index.ts'` },
  {
    rule: 'features-above-the-rooms',
    from: `src/rooms/${first}/feature.ts`,
    text: `import '../../features/all.ts'`,
  },
  {
    rule: 'frames-know-no-feature',
    from: `src/rooms/${frame}/by-name.ts`,
    text: `import '../../features/${feature}/index.ts'`,
  },
  {
    rule: 'features-know-only-rooms-below',
    from: `src/features/${feature}/up.ts`,
    text: `import '../../rooms/${frame}/index.ts'`,
  },
  {
    rule: 'features-know-only-rooms-below',
    from: `src/features/${feature}/peek.ts`,
    text: `import '../../rooms/${first}/inner.ts'`,
  },
  { rule: 'feature-by-its-index', from: 'src/features/attic/peek.ts', text: `import '../${feature}/inner.ts'` },
  { rule: 'feature-in-the-list', from: 'src/wiring/peek.ts', text: `import '../features/${feature}/feature.ts'` },
  { rule: 'feature-in-the-list', from: `src/features/${feature}/own.ts`, text: `import './feature.ts'` },
  { rule: 'feature-listed', from: 'src/features/attic/index.ts', text: `import '../${feature}/index.ts'` },
  {
    rule: `feature-order-${feature}`,
    from: `src/features/${feature}/later.ts`,
    text: `import '../attic/index.ts'`,
  },
  { rule: 'product-alone', from: 'src/kit/toy.ts', text: `import '../../sandbox/server.ts'` },
  { rule: 'product-alone', from: `src/rooms/${first}/toy.ts`, text: `import '../../../test/harness/cast.ts'` },
  { rule: 'sandbox-alone', from: 'sandbox/server/using.ts', text: `using it = await import('../../src/kit/ids.ts')` },
  { rule: 'sandbox-alone', from: 'sandbox/server/inside.ts', text: `import '../../src/kit/ids.ts'` },
  { rule: 'web-knows-the-contract', from: 'web/src/peek.ts', text: `import type { A } from '../../src/app.ts'` },
  { rule: 'web-by-types-alone', from: 'web/src/whole.ts', text: `import '../../src/rooms/api/contract.ts'` },
  { rule: 'sql-in-stores', from: `src/rooms/${first}/verb.ts`, text: `import { sql } from 'kysely'\nsql` },
  { rule: 'sql-in-stores', from: 'src/edges/http/rows.ts', text: `import { Pool } from 'pg'\nPool` },
  {
    rule: 'store-belongs-to-its-room',
    from: 'src/edges/http/rows-too.ts',
    text: `import '../../rooms/${first}/store.ts'`,
  },
  { rule: 'store-belongs-to-its-room', from: 'src/wiring/rows.ts', text: `import '../rooms/${first}/store.ts'` },
  {
    rule: 'slack-at-the-doors',
    from: `src/rooms/${first}/say.ts`,
    text: `import { WebClient } from '@slack/web-api'\nWebClient`,
  },
  {
    rule: 'github-by-its-port',
    from: `src/rooms/${first}/push.ts`,
    text: `import { Octokit } from '@octokit/core'\nOctokit`,
  },
  {
    rule: 'no-dev-dependencies-in-the-product',
    from: 'sandbox/server/dev.ts',
    text: `import { knip } from 'knip'\nknip`,
  },
]

/** What the offences reach for, and files that keep every rule although they come near. */
const innocents: Record<string, string> = {
  'src/app.ts': `import './rooms/${first}/index.ts'\nimport './rooms/${first}/slack.ts'\nexport type A = 1`,
  'src/kit/ids.ts': 'export const id = 1',
  'src/kit/ring-b.ts': `import './ring-a.ts'`,
  'sandbox/b/knot.ts': `import type { A } from '../a/knot.ts'\nexport type B = A`,
  'sandbox/c/child.ts': `import type { C } from './parent.ts'\nexport const child = (c: C) => c`,
  'sandbox/c/parent.ts': `import { child } from './child.ts'\nexport type C = 1\nchild(1)`,
  'src/kit/db/index.ts': `import { sql } from 'kysely'\nexport { sql }`,
  'src/kit/block-kit/index.ts': 'export const section = 1',
  'src/doctor/check.ts': `import '../kit/ids.ts'\nimport '../rooms/${first}/index.ts'`,
  'src/wiring/doors.ts': `import '../rooms/${first}/index.ts'\nimport '../rooms/${first}/slack.ts'`,
  'src/edges/http/server.ts': `import '../../kit/ids.ts'`,
  [`src/rooms/${first}/index.ts`]: `import './inner.ts'`,
  [`src/rooms/${first}/inner.ts`]: `import { id } from '../../kit/ids.ts'\nid`,
  [`src/rooms/${first}/store.ts`]: `import { sql } from 'kysely'\nsql`,
  [`src/rooms/${first}/slack.ts`]: `import { App } from '@slack/bolt'\nApp`,
  [`src/rooms/${first}/inner.test.ts`]: `import '../../../sandbox/server.ts'\nimport '../${second}/inner.ts'`,
  [`src/rooms/${second}/index.ts`]: `import '../${first}/index.ts'`,
  [`src/rooms/${second}/inner.ts`]: '',
  [`src/rooms/${second}/store.ts`]: `import type { Kysely } from 'kysely'\nexport type A = Kysely<1>`,
  'src/features/all.ts': `import './${feature}/feature.ts'`,
  [`src/features/${feature}/feature.ts`]: `import './inner.ts'\nimport '../../rooms/${first}/index.ts'`,
  [`src/features/${feature}/inner.ts`]: '',
  [`src/features/${feature}/index.ts`]: `import './inner.ts'`,
  [`src/rooms/${frame}/index.ts`]: `import './list.ts'`,
  [`src/rooms/${frame}/list.ts`]: `import '../../features/all.ts'`,
  'src/rooms/home/messages.ts': `import '../../kit/block-kit/index.ts'\nimport './home.ts'\nimport '../${first}/index.ts'`,
  'src/rooms/home/home.ts': '',
  'sandbox/server.ts': `import { WebClient } from '@slack/web-api'\nWebClient`,
  'src/rooms/api/contract.ts': 'export type B = 1',
  'web/src/typed.ts': `import type { B } from '../../src/rooms/api/contract.ts'\nexport type C = B`,
  'test/harness/cast.ts': `import '../../src/app.ts'\nimport '../../sandbox/server.ts'`,
}

describe('the rules of the house, with an offence planted against each', () => {
  let folder: string
  let seen: Cruise

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sssbot-rules-'))
    await cp(join(root, 'package.json'), join(folder, 'package.json'))
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
    const files = { ...innocents, ...Object.fromEntries(offences.map(({ from, text }) => [from, text])) }
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), `${text}\nexport {}\n`)
    }
    seen = await cruise(folder, ['src', 'sandbox', 'test', 'web'])
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  test.each(offences)('$rule catches $from', ({ rule, from }) => {
    const against = seen.summary.violations
      .filter((violation) => violation.from === from)
      .map((found) => found.rule.name)
    expect(against).toContain(rule)
  })

  test('no file that keeps the rules is accused', () => {
    const accused = seen.summary.violations.filter(
      ({ from, rule }) => from in innocents && !(rule.name.startsWith('no-cycles') && /(ring|knot)/.test(from)),
    )
    expect(accused).toEqual([])
  })

  test('every rule has an offence planted against it', async () => {
    const { default: config } = await import('../../.dependency-cruiser.mjs')
    const planted = new Set(offences.map(({ rule }) => rule))
    const names = config.forbidden?.map(({ name }) => name ?? '') ?? []
    expect(names.filter((name) => !planted.has(name) && !/^(room|feature)-order-/.test(name))).toEqual([])
  })
})
