import { createHash } from 'node:crypto'
import {
  type Block,
  channelLink,
  context,
  fieldActionId,
  input,
  option,
  select,
  textInput,
} from '../../kit/block-kit/index.ts'
import { type Order, textOf, wireOf } from '../../rooms/faces/index.ts'
import { Refusal } from '../../rooms/facts/index.ts'
import { isOpen } from '../../rooms/incident/index.ts'
import { type Settings, updateEvery } from '../../rooms/settings/index.ts'
import type { Situation, Voice } from '../../rooms/situation/index.ts'
import { texts } from './form-texts.ts'

const minutesOffered = [1, 2, 5, 10, 15, 20, 30, 45, 60, 90, 120, 240]
const noPromise = 'none'

/** What is proposed in place of what was said last, by field. */
export type Drafted = { condition?: string; action?: string; need?: string; impact?: string }

/** The fields of an update, filled in with what was said last, or with what is `drafted`. Refuses where nobody can send one. */
export function updateFields(situation: Situation, voice: Voice, drafted: Drafted = {}): Block[] {
  const t = texts.in(voice.locale)
  const { incident, lastUpdate } = situation
  // Nobody should write a report that is refused in the end.
  if (!isOpen(incident)) throw new Refusal('move-illegal', { from: incident.status, to: 'responding' })
  const words = (id: 'action' | 'need', initial: string | null | undefined) =>
    input({
      id,
      label: t(`field.${id}`),
      optional: true,
      element: textInput({ multiline: true, initial: initial ?? undefined, placeholder: t(`placeholder.${id}`) }),
    })
  const supportKnows = [option('told', t('option.support'))]
  return [
    ...whereItGoes(situation, voice),
    input({
      id: 'condition',
      label: t('field.condition'),
      element: textInput({
        multiline: true,
        focus: true,
        initial: drafted.condition ?? lastUpdate?.condition,
        placeholder: t('placeholder.condition'),
      }),
    }),
    words('action', drafted.action ?? lastUpdate?.action),
    words('need', drafted.need ?? lastUpdate?.need),
    input({
      id: 'impact',
      label: t('field.impact'),
      hint: t('hint.update-impact'),
      optional: true,
      element: textInput({ multiline: true, initial: drafted.impact ?? incident.impact ?? undefined }),
    }),
    ...(incident.status === 'responding'
      ? [
          input({
            id: 'next_minutes',
            label: t('field.next_minutes'),
            hint: t('hint.next_minutes'),
            element: select({
              actionId: fieldActionId,
              options: [
                ...minutesOffered.map((minutes) => option(String(minutes), t('next.minutes', { minutes }))),
                option(noPromise, t('next.none')),
              ],
              initial: usualPromise(situation, voice.settings),
            }),
          }),
        ]
      : []),
    input({
      id: 'support',
      label: t('field.support'),
      optional: true,
      element: {
        type: 'checkboxes',
        action_id: fieldActionId,
        options: supportKnows,
        ...(lastUpdate?.isSupportTold ? { initial_options: supportKnows } : {}),
      },
    }),
  ]
}

/** What the form remembers: the impact that it showed. */
export const updateArgument = ({ incident }: Situation): string => fingerprint(incident.impact)

/** What the form says. Left as the form had it, the impact says nothing new: somebody else may have changed it meanwhile. */
export function updateSaid({ values: { impact, ...rest }, argument }: Order): Record<string, unknown> {
  const said = textOf(impact)
  return { ...wireOf(rest), ...(fingerprint(said) === argument ? {} : { impact: said }) }
}

/** Which channels are told, and how much. Nothing where there are none but the incident's own. */
function whereItGoes({ incident, channels }: Situation, { locale }: Voice): Block[] {
  const t = texts.in(locale)
  const links = (style?: 'full' | 'brief') =>
    channels.flatMap((each) => (!style || each.style === style ? [channelLink(each.channelId)] : [])).join(' ')
  const line = (key: 'sends.update' | 'sends.update.brief' | 'sends.update.private', where: string) =>
    where ? [t(key, { channels: where })] : []
  const lines =
    incident.visibility === 'private'
      ? line('sends.update.private', links())
      : [...line('sends.update', links('full')), ...line('sends.update.brief', links('brief'))]
  return lines.length > 0 ? [context(...lines)] : []
}

/** As long as was promised last, else the level's rhythm: as the nearest of the choices. */
function usualPromise({ incident, lastUpdate }: Situation, settings: Settings): string {
  const goesOn = lastUpdate && lastUpdate.report !== 'final'
  if (goesOn && lastUpdate.promisedMs === null) return noPromise
  const usualMs = (goesOn && lastUpdate.promisedMs) || updateEvery(settings, incident.level ?? undefined)
  const distance = (minutes: number) => Math.abs(minutes * 60_000 - usualMs)
  return String(minutesOffered.toSorted((a, b) => distance(a) - distance(b))[0])
}

/** A form carries 3,000 unseen characters at most: a long text is known again by this. */
const fingerprint = (words: string | null): string =>
  createHash('sha256')
    .update(words?.trim() ?? '')
    .digest('base64url')
    .slice(0, 16)
