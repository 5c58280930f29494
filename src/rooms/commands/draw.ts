import type { ModalView } from '../../kit/block-kit/index.ts'
import type { Reader } from '../../kit/db/index.ts'
import type { Command, Foretell } from '../faces/index.ts'
import type { World } from '../facts/index.ts'
import type { Situation, Voice } from '../situation/index.ts'
import { remembering } from './meanwhile.ts'

/**
 * The form of a command as it is now, with what has to be looked up for it; undefined where the click does it. One that begins with what
 * stands there remembers what that was.
 */
export async function formOf(
  world: World,
  command: Command,
  about: { situation: Situation; by: string; argument: string | null; foretell?: Foretell },
  voice: Voice,
  read: Reader = world.db.read,
): Promise<ModalView | undefined> {
  const { situation, by, argument, foretell = () => null } = about
  const now = world.clock.now()
  const drawn = async () => {
    if (command.look) return command.look(read, { world, situation, by, now, argument }, voice)
    const choices = (await command.choices?.(read, situation, by, voice)) ?? []
    return command.form?.(situation, voice, now, argument, { by, choices, foretell })
  }
  const view = await drawn()
  return view && command.puts ? remembering(view) : view
}
