import type { Tx } from '../../kit/db/index.ts'
import { type ChannelNameParts, channelName, type Settings } from '../settings/index.ts'
import { takeNextName } from './moving/store.ts'
import { type RefusedName, takeName } from './store.ts'

/** More channels of one service on one day than anybody makes; past it something else is wrong. */
const mostSuffixes = 500

/** What names the channel of one incident. */
export type Naming = Omit<ChannelNameParts, 'suffix' | 'codeName'> & { incidentId: string }

/** How a name is looked for: from which suffix on, and after which one that Slack refused, so that it is of plain letters. */
type Search = { from?: number; refused?: RefusedName }

/**
 * Reserves a name inside the transaction: the plain one, else with `-2`, `-3`, … `from` is the first suffix to try.
 * Only the incident that holds a name may take over a channel of that name after a crash.
 */
export async function reserveName(
  tx: Tx,
  naming: Naming,
  settings: Settings,
  { from = 1, refused }: Search = {},
): Promise<{ name: string; suffix: number }> {
  const isPrivate = naming.visibility === 'private'
  const codeName = codeNameFor(naming.incidentId, settings.channels.code_names)
  for (let suffix = from; suffix < from + mostSuffixes; suffix++) {
    const name = channelName(
      { ...naming, codeName, suffix: suffix === 1 ? undefined : suffix, isPlain: refused !== undefined },
      settings,
    )
    if (await takeName(tx, { incidentId: naming.incidentId, name, suffix, isPrivate, refused })) return { name, suffix }
  }
  throw new Error(`No channel name is left for ${naming.service}`)
}

/** Reserves the name of the private channel into which an incident moves: it tells no more than that of one declared in private. */
export async function reserveNextName(
  tx: Tx,
  naming: Omit<Naming, 'visibility'>,
  settings: Settings,
  { from = 1, isPlain = false }: { from?: number; isPlain?: boolean } = {},
): Promise<string> {
  const codeName = codeNameFor(naming.incidentId, settings.channels.code_names)
  for (let suffix = from; suffix < from + mostSuffixes; suffix++) {
    const parts = {
      ...naming,
      visibility: 'private' as const,
      codeName,
      suffix: suffix === 1 ? undefined : suffix,
      isPlain,
    }
    const name = channelName(parts, settings)
    if (await takeNextName(tx, naming.incidentId, name, suffix)) return name
  }
  throw new Error(`No private channel name is left for ${naming.incidentId}`)
}

/** One of the words, by the incident's id: the same each time, and telling nothing. */
function codeNameFor(incidentId: string, words: readonly string[]): string | undefined {
  let sum = 0
  for (const letter of incidentId) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003
  return words[sum % words.length]
}
