import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { MessageContent, ModalView } from '../../../kit/block-kit/index.ts'
import type { Tx } from '../../../kit/db/index.ts'
import { readCarried } from '../../../kit/lenient.ts'
import type { Command, Foretell, Order } from '../../faces/index.ts'
import { nextStep } from '../../faces/index.ts'
import { Refusal, type World } from '../../facts/index.ts'
import type { Caller } from '../../incident/index.ts'
import { type Situation, situationOf, type Voice } from '../../situation/index.ts'
import { formOf } from '../draw.ts'
import type { CommandGroup } from '../order.ts'
import { commandGroups, commandOf, menuVerbs, offeredIn } from '../registry.ts'
import { type FormPart, partsOf } from './field.ts'

/** What can be done with an incident on its page. `sure`: what is asked before it is done. */
export type PageCommand = { verb: string; group: CommandGroup; label: string; sure: string | null }

/** A form of a command. `argument` and `seen` go back with what was filled in. */
export type PageForm = {
  title: string
  submit: string
  parts: readonly FormPart[]
  argument: string | null
  /** By this it is known whether what the form began with still stands; null where nothing can be overwritten. */
  seen: string | null
}

/** What only Slack can draw, or asks of whoever sits there. */
const onlyInSlack: ReadonlySet<string> = new Set(['link-channel', 'answer-question'])

/**
 * Everything that makes sense now, in the order of the menu: what changes something, for what only shows stands on the page. `atHand` names
 * the next step, and then what is most used.
 */
export function pageCommands(
  situation: Situation,
  { locale }: Voice,
): { commands: PageCommand[]; atHand: readonly string[] } {
  const commands = commandGroups.flatMap((group) =>
    offeredIn(group, situation)
      .filter(({ verb, does }) => does && !onlyInSlack.has(verb))
      .map(({ verb, label, sure }) => ({ verb, group, label: label(locale), sure: sure?.(locale) ?? null })),
  )
  const used = new Set([nextStep(situation), ...menuVerbs(situation)])
  return { commands, atHand: [...used].filter((each) => commands.some(({ verb }) => verb === each)) }
}

/** A command that changes something, by its name. Refuses what is none. */
function changing(verb: string): Command {
  const command = commandOf(verb)
  if (!command?.does || onlyInSlack.has(verb)) throw new Refusal('incident-unknown')
  return command
}

type Asked = { verb: string; situation: Situation; by: string; argument: string | null }

/** The form of a command as it is now; undefined where nothing is asked. Throws a `Refusal`. */
export async function pageForm(
  world: World,
  { verb, situation, by, argument, foretell }: Asked & { foretell: Foretell },
  voice: Voice,
): Promise<PageForm | undefined> {
  const command = changing(verb)
  const view = await formOf(world, command, { situation, by, argument, foretell }, voice)
  const parts = view && partsOf(view)
  if (!view?.submit || !parts) return undefined
  const { argument: carried = null } = readCarried(metadata, view.private_metadata ?? '{}')
  return {
    title: view.title.text,
    submit: view.submit.text,
    parts,
    argument: carried,
    seen: command.puts ? seenIn(view) : null,
  }
}

const metadata = z.object({ argument: z.string().optional() })

/** Runs a command with the values of its form. Answers what only that person reads. Throws a `Refusal`, or a ZodError whose path is the field. */
export function doOnPage(
  world: World,
  { verb, seen, caller, ...order }: Omit<Order, 'caller'> & { verb: string; seen: string | null; caller: Caller },
  voice: Voice,
): Promise<MessageContent | undefined> {
  const command = changing(verb)
  const before = async (tx: Tx) => {
    const { by, incidentId, argument } = order
    const situation = await situationOf(tx, incidentId)
    const view = situation && (await formOf(world, command, { situation, by, argument }, voice, tx))
    if (!view || seenIn(view) !== seen) throw new Refusal('changed-meanwhile')
  }
  return command.run(world, { ...order, caller: command.puts ? { ...caller, before } : caller }, voice)
}

/** What a form begins with, in a few letters. */
function seenIn(view: ModalView): string {
  const initial = (partsOf(view) ?? []).map((part) => (part.is === 'said' ? null : [part.id, part.initial]))
  return createHash('sha256').update(JSON.stringify(initial)).digest('base64url').slice(0, 22)
}
