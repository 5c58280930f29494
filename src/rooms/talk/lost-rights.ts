import { z } from 'zod'
import { fitMessage, textMessage } from '../../kit/block-kit/index.ts'
import type { Locale } from '../../kit/i18n/index.ts'
import { mustRead } from '../../kit/lenient.ts'
import type { Doors } from '../../kit/slack/doors.ts'
import type { Slack } from '../../kit/slack/index.ts'
import { holdersAmong, type Unheld, unheldRights } from '../access/index.ts'
import { keepToldOnce } from '../commands/index.ts'
import { localeOfPerson, type Person, workspaceAdmins } from '../directory/index.ts'
import type { World } from '../facts/index.ts'
import { isPerson } from '../settings/index.ts'
import { texts } from './texts.ts'

/** More people are not written to: one of them will do. */
const mostTold = 10

/** That a right is nobody's, and what to do about it, in one paragraph. */
export function lostRightWords({ list, names }: Unheld, locale: Locale): string {
  const t = texts.in(locale)
  const shown = names.map((name) => (isPerson(name) ? name : `@${name}`)).join(locale === 'ja' ? '、' : ', ')
  return t('lost-right', { list: `access.${list}`, names: shown, what: t(`lost-right.${list}`) })
}

/** Who can mend it: the administrators of the settings, or, where there are none, the workspace's owners and admins. */
async function menders(world: World): Promise<Person[]> {
  const { administrators } = world.settings().access
  const named = await holdersAmong(world.db.read, administrators)
  return (named.length > 0 ? named : await workspaceAdmins(world.db.read)).slice(0, mostTold)
}

const logged = new WeakMap<World, Set<string>>()

/** Says in the log what is new since the last look: rights that nobody has any more, and those that somebody has again. */
function noteInLog(world: World, unheld: readonly Unheld[]): void {
  const before = logged.get(world) ?? new Set<string>()
  const now = new Set<string>(unheld.map(({ list }) => list))
  for (const { list, names } of unheld)
    if (!before.has(list))
      world.log.warn({ list: `access.${list}`, names }, 'Nobody has a right that the settings give')
  for (const list of before)
    if (!now.has(list)) world.log.info({ list: `access.${list}` }, 'Somebody has a right again that nobody had')
  logged.set(world, now)
}

/**
 * Looks whether the settings give a right to nobody, as where a user group was deleted: says so in the log, and to each who can mend it in a
 * direct message, once.
 */
export async function watchRights(world: World, slack: Slack): Promise<void> {
  const unheld = await unheldRights(world.db.read, world.settings())
  noteInLog(world, unheld)
  if (unheld.length === 0) return
  for (const { id } of await menders(world)) {
    const locale = await localeOfPerson(world.db.read, id, world.settings().language)
    for (const right of unheld) {
      const words = lostRightWords(right, locale)
      if (!(await keepToldOnce(world, id, words, `lost-right ${right.list} ${id}`))) continue
      const sent = await slack.call(
        'chat.postMessage',
        { channel: id, ...fitMessage(textMessage(words)) },
        { lane: 'announce' },
      )
      if (sent.is !== 'done') world.log.warn({ list: right.list }, 'Whoever can mend a lost right could not be told')
    }
  }
}

const changed = z.looseObject({ user: z.looseObject({ deleted: z.boolean().default(false) }) })

/** Looks again whenever groups change, or an account is closed: of people Slack tells each new status as well. */
export function registerRightsWatch({ on, slack }: Doors, world: World): void {
  for (const kind of ['subteam_created', 'subteam_updated', 'subteam_members_changed'])
    on(kind, () => watchRights(world, slack))
  on('user_change', async ({ event }) => {
    if (mustRead(changed, event).user.deleted) await watchRights(world, slack)
  })
}
