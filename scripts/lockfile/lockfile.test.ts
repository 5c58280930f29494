import { expect, test } from 'vitest'
import { entriesWithRegistry, type Lockfile, missingOptionalPackages } from './lockfile.ts'
import { platformOf } from './platform.ts'

const lock = (packages: Lockfile['packages']): Lockfile => ({ lockfileVersion: 3, packages })

test('a platform package that the lock file lacks is missed', () => {
  const half = lock({
    'node_modules/tool': {
      version: '1.0.0',
      optionalDependencies: { 'tool-linux-x64': '1.0.0', 'tool-darwin-x64': '1.0.0' },
    },
    'node_modules/tool-linux-x64': { version: '1.0.0' },
  })
  expect(missingOptionalPackages(half)).toEqual([
    { name: 'tool-darwin-x64', version: '1.0.0', wantedBy: 'node_modules/tool' },
  ])
})

test('a package is found as Node finds it: beside, or further up', () => {
  const nested = lock({
    'node_modules/a/node_modules/b': { version: '1.0.0', optionalDependencies: { c: '1.0.0', d: '1.0.0' } },
    'node_modules/a/node_modules/c': { version: '1.0.0' },
    'node_modules/d': { version: '1.0.0' },
  })
  expect(missingOptionalPackages(nested)).toEqual([])
})

test('an entry that names a registry is told', () => {
  const addressed = lock({ 'node_modules/a': { resolved: 'https://registry.example/a.tgz' }, 'node_modules/b': {} })
  expect(entriesWithRegistry(addressed)).toEqual(['node_modules/a'])
})

test.each([
  ['@biomejs/cli-linux-arm64-musl', { os: ['linux'], cpu: ['arm64'], libc: ['musl'] }],
  ['@swc/core-linux-x64-gnu', { os: ['linux'], cpu: ['x64'], libc: ['glibc'] }],
  ['@swc/core-win32-x64-msvc', { os: ['win32'], cpu: ['x64'] }],
  ['@oxc-parser/binding-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'] }],
  ['left-pad', undefined],
])('%s names its platform', (name, platform) => {
  expect(platformOf(name)).toEqual(platform)
})
