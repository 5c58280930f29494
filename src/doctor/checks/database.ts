import type { DatabaseState } from '../../kit/db/index.ts'
import type { Check, Verdict } from '../check.ts'
import type { Grounds } from '../grounds.ts'

const mebi = 1024 * 1024
/** Below this much free room in the data folder something is to be done, in bytes. */
const leastFree = 500 * mebi
/** How far its clock may be from ours, in milliseconds. */
const farApartMs = 30_000

export const reached: Check = {
  id: 'database.reached',
  async run({ facts, t }) {
    const found = await facts.database()
    if (found.is === 'open') {
      const { kind, version } = found.state
      return { ok: true, what: t(`database.${kind}`, { version, size: Math.ceil(found.state.size / mebi) }) }
    }
    if (found.is === 'none') return { ok: true, what: t('database.none', { folder: found.folder }) }
    if (found.is === 'problem')
      return { ok: false, what: t('database.problem', { why: found.words }), fix: t('database.problem.fix') }
    const { pid, host, folder } = found
    return { ok: false, what: t('database.held', { pid, host, folder }), fix: t('database.held.fix', { pid }) }
  },
}

/** A check of a database that answers. */
const ofState = (id: string, look: (state: DatabaseState, on: Grounds) => Verdict | undefined): Check => ({
  id,
  async run(on) {
    const found = await on.facts.database()
    return found.is === 'open' ? look(found.state, on) : undefined
  },
})

export const encoding = ofState('database.encoding', ({ encoding: name }, { t }) =>
  name === 'UTF8'
    ? { ok: true, what: t('encoding.right') }
    : { ok: false, what: t('encoding.other', { name }), fix: t('encoding.other.fix') },
)

export const rights = ofState('database.rights', ({ lacksRights: [first] }, { t }) => {
  if (!first) return { ok: true, what: t('rights.right') }
  return { ok: false, what: t(`rights.${first}`), fix: t(`rights.${first}.fix`) }
})

export const databaseClock = ofState('database.clock', ({ aheadMs }, { t }) => {
  const seconds = Math.round(Math.abs(aheadMs) / 1000)
  if (Math.abs(aheadMs) <= farApartMs) return { ok: true, what: t('database-clock.right', { seconds }) }
  const what = aheadMs > 0 ? t('database-clock.ahead', { seconds }) : t('database-clock.behind', { seconds })
  return { ok: false, what, fix: t('database-clock.fix') }
})

export const migrations = ofState('database.migrations', ({ migrations: state }, { t }) => {
  switch (state.is) {
    case 'right':
      return { ok: true, what: t('migrations.right', { known: state.known }) }
    case 'behind':
      return { ok: true, what: t('migrations.behind', { taken: state.taken, known: state.known }) }
    case 'newer':
      return {
        ok: false,
        what: t('migrations.newer', { taken: state.taken, known: state.known }),
        fix: t('migrations.newer.fix'),
      }
    case 'changed':
      return { ok: false, what: t('migrations.changed', { version: state.version }), fix: t('migrations.changed.fix') }
  }
})

/** Only of the folder can one tell; a server's disk is its own affair. */
export const space: Check = {
  id: 'database.space',
  async run({ config, machine, t }) {
    if (config.databaseUrl || !config.dataDir) return undefined
    const free = await machine.freeBytes(config.dataDir)
    if (free === undefined) return undefined
    const mb = Math.floor(free / mebi)
    if (free >= leastFree) return { ok: true, what: t('space.right', { mb }) }
    return { ok: false, what: t('space.little', { mb, folder: config.dataDir }), fix: t('space.little.fix') }
  },
}
