import { z } from 'zod'
import { type Button, button, clip } from '../../kit/block-kit/index.ts'
import type { Command, MeantThing } from '../faces/index.ts'
import type { Voice } from '../situation/index.ts'
import { type Heard, heardSchema } from '../words/index.ts'

/** The button that does what somebody said: it carries what was said beside the verb. */
export const saidActionId = 'incident.said'

/** A verb that was said, about which thing, and with what beside it. */
export type Said = { command: Command; thing: MeantThing; heard: Heard }

const value = z.object({ verb: z.string(), argument: z.string().nullable(), heard: heardSchema })

/** Slack takes 2,000 characters. https://docs.slack.dev/reference/block-kit/block-elements/button-element */
const longest = 2000

/** A button for what was said. Words that are too long for it are cut: the form shows what is left of them. */
export function saidButton({ command, thing, heard }: Said, voice: Voice, style?: 'primary'): Button {
  const label = command.label(voice.locale)
  return button({
    actionId: saidActionId,
    text: thing.name ? `${label}: ${thing.name}` : label,
    value: carried({ verb: command.verb, argument: thing.argument, heard }),
    ...(style ? { style } : {}),
  })
}

function carried(said: z.infer<typeof value>): string {
  const written = JSON.stringify(said)
  const { text } = said.heard
  if (written.length <= longest || !text)
    return written.length <= longest ? written : JSON.stringify({ ...said, heard: {} })
  return carried({ ...said, heard: { ...said.heard, text: clip(text, Math.floor(text.length * 0.8)) } })
}

/** What a button carries; undefined for a strange one. */
export function readSaid(written: string | undefined): z.infer<typeof value> | undefined {
  try {
    return value.safeParse(JSON.parse(written ?? '')).data
  } catch {
    // Not ours, or of another version: the click is answered as one on something unknown.
    return undefined
  }
}
