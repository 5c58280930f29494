import { type Button, escapeClipped, type MessageContent } from '../../kit/block-kit/index.ts'
import type { Command } from '../faces/index.ts'
import { nextStep } from '../faces/index.ts'
import type { Situation, Voice } from '../situation/index.ts'
import { hereMessage } from './here.ts'
import { commandGroups, commandOf, offeredIn } from './registry.ts'
import { type Said, saidButton } from './said.ts'
import { texts } from './texts.ts'

type About = { situation: Situation; voice: Voice; another: Button }

/** What was said as buttons, the surest way first, and the controls below: nothing is done without a press. */
export function saidMessage(
  said: readonly Said[],
  isSure: boolean,
  { situation, voice, another }: About,
): MessageContent {
  const t = texts.in(voice.locale)
  const [first] = said
  const label = first?.command.label(voice.locale) ?? ''
  const lead = said.length > 1 ? t('said.several') : t(isSure ? 'said.sure' : 'said.maybe', { label })
  const buttons = said.map((each, n) => saidButton(each, voice, n === 0 && said.length === 1 ? 'primary' : undefined))
  return hereMessage(situation, voice, another, {
    lead: [lead],
    buttons,
    offers: said.map(({ command }) => command.verb),
  })
}

/** That a verb cannot be done now, and what can. */
export function notNowMessage(commands: readonly Command[], { situation, voice, another }: About): MessageContent {
  const label = commands[0]?.label(voice.locale) ?? ''
  return hereMessage(situation, voice, another, {
    lead: [texts.in(voice.locale)('said.not-now', { label })],
    buttons: [],
  })
}

/** That something was not understood, and what would be: the next step and what people ask for most. */
export function unknownMessage(words: string, { situation, voice, another }: About): MessageContent {
  const t = texts.in(voice.locale)
  const examples = [...new Set([nextStep(situation), 'update', 'call-people', 'timeline', 'recover'])]
    .flatMap((verb) => commandOf(verb) ?? [])
    .filter((command) => command.offered(situation))
    .map((command) => `\`${command.spoken[voice.locale][0]}\``)
    .join(t('said.apart'))
  return hereMessage(situation, voice, another, {
    lead: [t('said.unknown', { words: escapeClipped(words, 100), examples })],
    buttons: [],
  })
}

/** What can be said here now, by the moments of the process. */
export function helpMessage({ situation, voice, another }: About): MessageContent {
  const t = texts.in(voice.locale)
  const groups = commandGroups.flatMap((group) => {
    const rows = offeredIn(group, situation).map((command) =>
      t('help.row', { label: command.label(voice.locale), phrase: command.spoken[voice.locale][0] }),
    )
    return rows.length > 0 ? [`*${t(`group.${group}`)}*\n${rows.join('\n')}`] : []
  })
  return hereMessage(situation, voice, another, { lead: [t('help'), ...groups], buttons: [] })
}
