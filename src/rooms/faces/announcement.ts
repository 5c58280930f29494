import {
  type ActionElement,
  actions,
  asMessage,
  type Block,
  context,
  escapeClipped,
  type MessageContent,
  section,
} from '../../kit/block-kit/index.ts'
import { doerName, type Fact, type FactOf, type FactType } from '../facts/index.ts'
import type { Settings } from '../settings/index.ts'
import { kindMark, knownTitle, personName, publicTitle, type Situation, type Voice } from '../situation/index.ts'
import { controlsBlockId } from './command.ts'
import { verbButton } from './controls.ts'
import { announcementTexts as texts } from './texts.ts'

/** In the incident's channel, in the channels that heard the broadcast, or in those of them that read three lines. */
export type Where = 'inside' | 'outside' | 'brief'

/** What every announcement is told with. */
export type Telling = {
  situation: Situation
  where: Where
  voice: Voice
  /** `【訓練】` before what a drill says. */
  mark: string
  /** What the incident is called here: a private one's name says nothing, except in its own channel. */
  title: string
  /** Who did it, as a line of its own. */
  by: string
  /** The name of who did it, for a line that says what they did. */
  doer: string
  /** The parts that are there, in one line. */
  together(...parts: (string | null)[]): string
  /** The reason as a part of a line; null where none was given. */
  reason(words: string | null): string | null
}

/** The sections of an announcement, the small lines under them, and what one may press at once. */
export type Told = { sections: string[]; lines?: string[]; buttons?: ActionElement[] }

/** How the fact of one type is announced. What goes outside must say what it says of a private incident. */
export type Announcement<F extends Fact> = {
  /** Whether the incident's own channel is told. */
  inside: boolean
  /** Once the channel is archived, whoever writes the postmortem is told, and the service's own channels. */
  afterArchive?: true
  /** Whom it names, beside whoever did it and those of the incident itself. */
  people?(fact: F): (string | null)[]
  /** In three lines, for channels that are told no more. Absent where there is nothing to shorten. */
  sayBriefly?(fact: F, telling: Telling): Told
  /** Told in full to those who may know. */
  say(fact: F, telling: Telling): Told
} & (
  | { outside: false }
  /**
   * Outside, of a private incident: that there is news, and nothing of the content. `inThread`: under the broadcast, for
   * those who follow it, since it is edited anyway and not everybody needs to be stirred; except where people are told by
   * three lines, and there are such.
   */
  | {
      outside: true
      inThread?: true
      /** Whether this one stands only under the broadcast, though others of its type do not. */
      isQuiet?(fact: F, settings: Settings): boolean
      sayOfPrivate(fact: F, telling: Telling): Told
    }
)

/** Announcements by the type of the fact. */
export type Announcements<T extends FactType> = { readonly [Type in T]: Announcement<FactOf<Type>> }

/** Announcements of a feature, each of the facts of its own type. */
export type AnyAnnouncements = { readonly [Type in FactType]?: Announcement<Fact> }

/** Announcements, checked against the facts that they tell of. */
export const announcing = <T extends FactType>(announcements: Announcements<T>): AnyAnnouncements =>
  // Each stands under the type of the facts that it takes, and the broadcast gives it no other.
  announcements as unknown as AnyAnnouncements

/** Everything that `say` is given, from the fact and what does not change of the incident. */
export function tellingOf(fact: Fact, situation: Situation, where: Where, wholeVoice: Voice): Telling {
  const { names, ...calling } = wholeVoice
  const voice: Voice = where !== 'inside' && names ? { ...calling, names } : calling
  const t = texts.in(voice.locale)
  const { incident, channel } = situation
  // Everybody in a private channel reads the card; a channel that is still public, and a direct message after the archive, name nothing.
  const isAmongItsOwn = where === 'inside' && channel.isPrivate && !channel.archivedAt
  const named = isAmongItsOwn ? knownTitle : publicTitle
  const doer = doerName(fact.actor, (id) => personName(id, voice)) ?? t('somebody')
  return {
    situation,
    where,
    voice,
    mark: kindMark(incident.kind, voice),
    title: named({ ...incident, kind: 'real' }, voice),
    by: t(fact.type.startsWith('updates.') ? 'detail.reported' : 'detail.by', { who: doer }),
    doer,
    together: (...parts) => parts.filter(Boolean).join(` ${t('apart')} `),
    reason: (words) => (words ? t('detail.reason', { reason: escapeClipped(words, 900) }) : null),
  }
}

/**
 * Under the news that it is over: the way to go on, which asks why and says who is told. Whoever still sees the trouble may read of its end
 * in another channel only, as support does.
 */
export const reopenButton = ({ voice }: Telling): Pick<Told, 'buttons'> => ({
  buttons: [verbButton('reopen', voice)],
})

/** Sections and small lines as a message. */
export function toldMessage({ sections, lines = [], buttons = [] }: Told, incidentId?: string): MessageContent {
  const small = lines.filter((line) => line !== '')
  const blocks: Block[] = [
    ...sections.map((text) => section(text)),
    ...(small.length > 0 ? [context(small.join('\n'))] : []),
    ...(buttons.length > 0 && incidentId ? [actions(controlsBlockId(incidentId), buttons)] : []),
  ]
  return asMessage([...sections, ...small], blocks)
}
