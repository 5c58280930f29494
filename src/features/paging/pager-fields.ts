import {
  type Block,
  context,
  escapeText,
  fieldActionId,
  input,
  type Option,
  option,
} from '../../kit/block-kit/index.ts'
import { pagerName, type Situation, type Voice, when } from '../../rooms/situation/index.ts'
import { texts } from './form-texts.ts'

/** Slack takes so many boxes to tick. https://docs.slack.dev/reference/block-kit/block-elements/checkboxes-element */
const mostBoxes = 10

/** The pagers of the settings as options, under the names that people know them by. */
export const pagerOptions = ({ settings, locale }: Voice, among = Object.keys(settings.pagers)): Option[] =>
  among.map((key) => option(key, settings.pagers[key]?.name?.[locale] ?? key))

/** Whom Slack may not wake, to be ticked, and who is on call there; nothing where the settings name no pager. */
export function pagerFields(situation: Situation, voice: Voice, isOptional = true): Block[] {
  const options = pagerOptions(voice).slice(0, mostBoxes)
  if (options.length === 0 || situation.incident.status !== 'responding') return []
  const t = texts.in(voice.locale)
  const isPrivate = situation.incident.visibility === 'private'
  return [
    input({
      id: 'pagers',
      label: t(isOptional ? 'field.pagers' : 'field.pager'),
      hint: t(isPrivate ? 'hint.pagers.private' : 'hint.pagers'),
      optional: isOptional,
      element: { type: 'checkboxes', action_id: fieldActionId, options },
    }),
    context(options.map(({ value }) => onCallLine(value, situation, voice)).join('\n')),
  ]
}

/** Who is on call with one pager, and as of when it said so. */
function onCallLine(key: string, { onCall }: Pick<Situation, 'onCall'>, voice: Voice): string {
  const t = texts.in(voice.locale)
  const pager = pagerName(key, voice)
  const found = voice.settings.pagers[key]?.reads ? onCall.find((each) => each.pager === key) : undefined
  if (!found) return t('on-call.unknown', { pager })
  if (found.people.length === 0) {
    return found.error ? t('on-call.error', { pager }) : t('on-call.nobody', { pager, when: when(found.readAt, voice) })
  }
  const isLadder = found.people.some(({ level }) => level > 1)
  const people = found.people.map(({ level, name }) =>
    isLadder ? t('on-call.person', { level, name: escapeText(name) }) : escapeText(name),
  )
  return t('on-call', { pager, people: people.join(t('on-call.between')), when: when(found.readAt, voice) })
}
