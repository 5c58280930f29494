import { expect, test } from 'vitest'
import { compare } from './packages.mjs'

const machine = { platform: 'linux', arch: 'x64' }
const wanted = {
  'node_modules/bot': { version: '1.0.0' },
  'node_modules/checker': { version: '2.0.0', dev: true },
  'node_modules/native-linux-x64': { version: '1.0.0', optional: true, os: ['linux'], cpu: ['x64'] },
  'node_modules/native-darwin-x64': { version: '1.0.0', optional: true, os: ['darwin'], cpu: ['x64'] },
}
const { 'node_modules/native-darwin-x64': _elsewhere, ...all } = wanted
const { 'node_modules/checker': _development, ...runtime } = all

test('what the lock file wants is there', () => {
  expect(compare(wanted, all, { dev: true, machine })).toBe('ready')
  expect(compare(wanted, runtime, { dev: false, machine })).toBe('ready')
})

test('npm test after npm start wants the development packages too', () => {
  expect(compare(wanted, runtime, { dev: true, machine })).toBe('stale')
})

test('another version than the lock file’s is stale', () => {
  expect(compare(wanted, { ...all, 'node_modules/bot': { version: '0.9.0' } }, { dev: false, machine })).toBe('stale')
})

test('nothing, or what another machine installed, is absent', () => {
  expect(compare(wanted, undefined, { dev: false, machine })).toBe('absent')
  expect(compare(wanted, all, { dev: false, machine: { platform: 'darwin', arch: 'arm64' } })).toBe('absent')
})
