import { type Block, input, person, section, textInput, usersInput } from '../../kit/block-kit/index.ts'
import { excludePeople } from '../../rooms/assembly/index.ts'
import { type Command, doing, verbForm } from '../../rooms/faces/index.ts'
import { roleOf } from '../../rooms/roles/index.ts'
import type { Situation, Voice } from '../../rooms/situation/index.ts'
import { callingTexts as texts } from './form-texts.ts'

/** A section has 3000 characters at most, and a row of it some hundred. */
const rowsInOne = 25

/** Who may know of a private incident, and why, each in a line; and whom it is to be no more. */
export const excludePeopleCommand: Command = {
  ...doing(excludePeople),
  label: (locale) => texts.in(locale)('label.exclude-people'),
  spoken: {
    ja: ['知っている人', '誰が知っている', '知っている人を見る', '知っている人から外す', '人を外す', '外す'],
    en: ['who knows', 'exclude people', 'exclude', 'take out', 'remove people', 'who knows of this'],
    fills: { people: 'people', text: 'reason' },
  },
  offered: ({ incident }) => incident.visibility === 'private',
  form(situation, voice) {
    const t = texts.in(voice.locale)
    const words = { title: t('title.exclude-people'), submit: t('submit.exclude-people') }
    return verbForm('exclude-people', { situation, voice }, words, [
      section(t('tells.exclude-people')),
      ...knowerRows(situation, voice),
      input({ id: 'people', label: t('field.excluded'), hint: t('hint.exclude-people'), element: usersInput() }),
      input({
        id: 'reason',
        label: t('field.reason'),
        optional: true,
        element: textInput({ multiline: true, max: 1000 }),
      }),
    ])
  },
}

function knowerRows({ knowers }: Situation, voice: Voice): Block[] {
  const rows = knowers.map(({ userId, whys }) => `• ${person(userId)}  ${whyWords(whys, voice)}`)
  const blocks: Block[] = []
  for (let start = 0; start < rows.length; start += rowsInOne)
    blocks.push(section(rows.slice(start, start + rowsInOne).join('\n')))
  return blocks
}

const knownWhys = ['declarer', 'called', 'joined', 'came', 'brought', 'kept', 'merged'] as const
const isKnownWhy = (kind = ''): kind is (typeof knownWhys)[number] => knownWhys.some((each) => each === kind)

/** What brought somebody in, each reason once, as `access` names it. */
export function whyWords(whys: readonly string[], { locale, settings }: Voice): string {
  const t = texts.in(locale)
  const said = whys.map((why) => {
    const [kind, key = ''] = why.split(':')
    const role = kind === 'role' ? roleOf(key) : undefined
    if (role) return settings.roles[role].label[locale]
    return t(isKnownWhy(kind) ? `why.${kind}` : 'why.rule')
  })
  return [...new Set(said)].join(t('why.apart'))
}
