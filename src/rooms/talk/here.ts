import { type MessageContent, textMessage } from '../../kit/block-kit/index.ts'
import type { Slack } from '../../kit/slack/index.ts'
import {
  carryOut,
  failureWords,
  helpMessage,
  hereMessage,
  notNowMessage,
  type Place,
  saidMessage,
  unknownMessage,
  voiceFor,
  type Wanted,
  wantedIn,
} from '../commands/index.ts'
import { anotherButton, controlsMessage, declaring, openDeclareForm } from '../declaration/index.ts'
import { plainWords } from '../directory/index.ts'
import type { Foretell } from '../faces/index.ts'
import { Refusal, type World } from '../facts/index.ts'
import type { Situation, Voice } from '../situation/index.ts'
import { answerFound, finding } from './found.ts'
import { helping } from './outside.ts'
import { texts } from './texts.ts'

/** What somebody said, and where. `trigger`: what lets a form open at once; a message brings none. */
export type Speech = { words: string; place: Place; by: string; trigger?: string | undefined }

type Tools = { world: World; slack: Slack; foretell: Foretell }

/**
 * What somebody sees who says something about an incident; `about` finds it. Undefined where none is. Answers nothing to show where a form
 * was opened, or what was said was done. Nothing that changes something is done without a press, unless the speech brings a trigger and can be
 * understood in one way only.
 */
export async function answerAbout(
  tools: Tools,
  about: () => Promise<Situation | undefined>,
  speech: Speech,
): Promise<{ shown: MessageContent | undefined } | undefined> {
  const voice = await voiceFor(tools.world, speech.by)
  try {
    const situation = await about()
    if (!situation) return undefined
    const who = { by: speech.by, channel: speech.place.channel }
    const wanted = await plainly(tools.world, wantedIn(speech.words, situation, who, [helping, declaring, finding]))
    return { shown: await answerTo(wanted, tools, situation, speech, voice) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { shown: textMessage(failureWords(tools.world, error, voice, 'click')) }
  }
}

async function answerTo(
  wanted: Wanted,
  tools: Tools,
  situation: Situation,
  { words, place, by, trigger }: Speech,
  voice: Voice,
): Promise<MessageContent | undefined> {
  const { world, foretell } = tools
  const context = { situation, voice, another: anotherButton(voice) }
  switch (wanted.is) {
    case 'nothing':
      return controlsMessage(situation, voice)
    case 'unknown': {
      const plain = (await plainWords(world.db.read, words)).trim()
      return unknownMessage(plain, { ...context, another: anotherButton(voice, plain) })
    }
    case 'other': {
      if (wanted.key === helping.key) return helpMessage(context)
      if (wanted.key === finding.key) return answerFound(world, by, wanted.heard.text ?? '', voice)
      const summary = wanted.heard.text ?? ''
      if (trigger === undefined) {
        const above = { lead: [texts.in(voice.locale)('said.declare')], buttons: [anotherButton(voice, summary)] }
        return hereMessage(situation, voice, anotherButton(voice), above)
      }
      await openDeclareForm(tools, trigger, { id: by, channel: place.channel }, { summary }, place)
      return undefined
    }
    case 'not-now':
      return notNowMessage(wanted.commands, context)
    case 'said': {
      const [first] = wanted.said
      const mayBeDone = wanted.isSure && (trigger !== undefined || first?.command.spoken.shows)
      if (!first || !mayBeDone) return saidMessage(wanted.said, wanted.isSure, context)
      return carryOut(tools, first, situation, { id: by, where: place, trigger: trigger ?? '', foretell }, voice)
    }
  }
}

/** Free words as people read them: they go into forms. */
async function plainly(world: World, wanted: Wanted): Promise<Wanted> {
  const plain = async <Heard extends { text?: string | undefined }>(heard: Heard): Promise<Heard> =>
    heard.text === undefined ? heard : { ...heard, text: await plainWords(world.db.read, heard.text) }
  if (wanted.is === 'other') return { ...wanted, heard: await plain(wanted.heard) }
  if (wanted.is !== 'said') return wanted
  return {
    ...wanted,
    said: await Promise.all(wanted.said.map(async (each) => ({ ...each, heard: await plain(each.heard) }))),
  }
}
