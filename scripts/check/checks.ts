import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readMigrations } from '../../src/kit/db/index.ts'
import { entriesWithRegistry, type Lockfile, missingOptionalPackages } from '../lockfile/lockfile.ts'
import { changelogProblems } from './changelog.ts'
import type { Check } from './check.ts'
import { documentProblems, isChecked, projectOnDisk } from './documents.ts'
import { factProblems } from './facts.ts'
import { projectFiles } from './files.ts'
import { patternProblems } from './patterns.ts'
import { readModule } from './purity/modules.ts'
import { surfaceProblems } from './purity/purity.ts'
import { readableProblems, tablesOfIncidents } from './readable.ts'
import { excused } from './readable-excused.ts'
import { reasonProblems } from './reasons.ts'
import { root } from './root.ts'
import { sizeProblems } from './sizes.ts'
import { migrationProblems, sourceProblems } from './sources.ts'
import { styleProblems } from './style.ts'
import { wordsOutside } from './texts/outside.ts'
import { textProblems } from './texts/texts.ts'
import { tool } from './tool.ts'

const read = (path: string) => readFileSync(join(root, path), 'utf8')

const files = projectFiles(root)

/** The product's code, without its tests and samples. */
const product = () => files.filter((path) => /^src\/.*(?<!\.(test|samples|d))\.ts$/.test(path))

const sources: Check = {
  name: 'time and environment (kit/clock, config)',
  find: async () => [
    ...files.filter((path) => /\.tsx?$/.test(path)).flatMap((path) => sourceProblems(path, read(path))),
    ...files
      .filter((path) => /^migrations\/.*\.sql$/.test(path))
      .flatMap((path) => migrationProblems(path, read(path))),
  ],
}

const style: Check = {
  name: 'style (casts with a reason, no literal spread)',
  find: async () =>
    files.filter((path) => /(?<!\.d)\.(tsx?|mjs)$/.test(path)).flatMap((path) => styleProblems(path, read(path))),
}

/** Files that were longer than `sizes.ts` allows when the rule came, and how long each may be at most. The list may only become shorter. */
const knownLong: Readonly<Record<string, number>> = {
  'test/doctor/troubles.ts': 560,
  'test/stories/roles.test.ts': 532,
}

const sizes: Check = {
  name: 'sizes (small files, none over 300 lines)',
  find: async () =>
    sizeProblems(
      files
        .filter((path) => /(?<!\.d)\.(tsx?|mjs)$/.test(path))
        .map((path) => ({ path, lines: read(path).split('\n').length - 1 })),
      knownLong,
    ),
}

const reasons: Check = {
  name: 'dependencies (each with its reason)',
  find: async () => {
    const {
      dependencies,
      devDependencies,
      optionalDependencies,
    }: Record<string, Record<string, string>> = JSON.parse(read('package.json'))
    return reasonProblems(
      Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies }),
      read('docs/decisions/0007-dependencies.md'),
    )
  },
}

const patterns: Check = {
  name: 'patterns (time grows with the text, no faster)',
  find: async () => product().flatMap((path) => patternProblems(path, read(path))),
}

const texts: Check = {
  name: 'texts (both languages, all said, none outside)',
  find: async () => {
    const sources = product().map((path) => ({ path, text: read(path) }))
    return [...textProblems(sources), ...wordsOutside(sources)]
  },
}

const messages: Check = {
  name: 'messages and forms (pure, by what they answer)',
  find: async () => surfaceProblems(product().map((path) => readModule(path, read(path)))),
}

const facts: Check = {
  name: 'facts (declared in the room of their prefix)',
  find: async () => product().flatMap((path) => factProblems(path, read(path))),
}

const documents: Check = {
  name: 'documents (paths, links, commands)',
  find: async () => {
    const { scripts = {} }: { scripts?: Record<string, string> } = JSON.parse(read('package.json'))
    const project = projectOnDisk(root, existsSync, Object.keys(scripts))
    return files.filter(isChecked).flatMap((path) => documentProblems(project, path, read(path)))
  },
}

const changelog: Check = {
  name: 'changelog (each change under its heading)',
  find: async () => changelogProblems(read('CHANGELOG.md')),
}

const readable: Check = {
  name: 'right to know (readableBy in every query)',
  find: async () => {
    const tables = tablesOfIncidents(read('schema.sql'))
    const met = new Set<string>()
    const problems = product().flatMap((path) =>
      readableProblems(path, read(path), tables, excused, (excuse) => met.add(excuse)),
    )
    const idle = Object.keys(excused).filter((excuse) => !met.has(excuse))
    return [...problems, ...idle.map((excuse) => `${excuse}: take it out of scripts/check/readable-excused.ts`)]
  },
}

const lockfile: Check = {
  name: 'lock file (complete, names no registry)',
  find: async () => {
    const lock: Lockfile = JSON.parse(read('package-lock.json'))
    const lacking = missingOptionalPackages(lock).map(({ name, version }) => `lacks ${name}@${version}`)
    const addressed = entriesWithRegistry(lock).map((key) => `${key} names a registry`)
    const problems = [...lacking, ...addressed]
    return problems.length > 0 ? [...problems, 'run: node scripts/lockfile/complete.ts'] : []
  },
}

/** Folders with a tsconfig.json of their own, beside the root. */
const projects = files.filter((path) => /(^|\/)tsconfig\.json$/.test(path))

const cruised = ['src', 'sandbox', 'test', 'bench', 'eval', 'scripts', 'web'].filter((folder) =>
  existsSync(join(root, folder)),
)

/** Two branches that each add the next number are found out before either is merged after the other. */
const migrations: Check = {
  name: 'migrations (numbered without gaps, each says why)',
  find: () =>
    readMigrations().then(
      () => [],
      (error: unknown) => [error instanceof Error ? error.message : String(error)],
    ),
}

/** The fast checks, in the order in which they are reported. None needs a database, a browser or the network. */
export const checks: Check[] = [
  tool('Biome (format, lint)', '@biomejs/biome/bin/biome', ['check', '--diagnostic-level=warn', '--error-on-warnings']),
  ...projects.map((path) => tool(`tsc (${path})`, 'typescript/bin/tsc', ['--noEmit', '-p', path])),
  tool('dependency-cruiser (floors, rooms, cycles)', 'dependency-cruiser/bin/dependency-cruiser.mjs', [
    '--config',
    '.dependency-cruiser.mjs',
    '--output-type',
    'err',
    ...cruised,
  ]),
  tool('knip (unused files, exports, dependencies)', 'knip/bin/knip.js', ['--no-progress', '--no-config-hints']),
  sources,
  migrations,
  messages,
  texts,
  style,
  sizes,
  reasons,
  patterns,
  facts,
  documents,
  changelog,
  readable,
  lockfile,
]
