import {
  type Block,
  context,
  escapeText,
  fieldActionId,
  input,
  type ModalView,
  select,
  textInput,
} from '../../kit/block-kit/index.ts'
import type { LevelProposal } from '../../rooms/assistant/index.ts'
import {
  type Command,
  doing,
  heardBy,
  levelOptions,
  reasonLabel,
  verbForm,
  whileOpen,
} from '../../rooms/faces/index.ts'
import { setLevel } from '../../rooms/incident/index.ts'
import { mildestFirst } from '../../rooms/settings/index.ts'
import type { Situation, Voice } from '../../rooms/situation/index.ts'
import { labelsShown, levelBlocks } from '../assistant/index.ts'
import { impactLabel } from '../updates/index.ts'
import { texts } from './form-texts.ts'

export const setLevelCommand: Command = {
  ...doing(setLevel),
  puts: 'right',
  label: (locale) => texts.in(locale)('label.set-level'),
  spoken: {
    ja: [
      'レベル',
      'レベルを決める',
      'レベルを変える',
      'レベルを変更する',
      'レベル変更',
      'レベルを上げる',
      'レベルを下げる',
      '事象レベル',
      '重大度',
      '重要度',
      '深刻度',
    ],
    en: [
      'level',
      'set level',
      'change level',
      'severity',
      'set severity',
      'change severity',
      'raise level',
      'lower level',
      'upgrade level',
      'downgrade level',
      'escalate level',
    ],
    fills: { choice: 'level' },
  },
  offered: whileOpen,
  async look(reader, { world, situation, by }, voice) {
    const { level } = await labelsShown(world, reader, situation, by)
    return levelForm(situation, voice, level)
  },
}

/** Asks for the level, with what is proposed above it. */
export function levelForm(situation: Situation, voice: Voice, proposal: LevelProposal | null = null): ModalView {
  const { locale } = voice
  const t = texts.in(locale)
  return verbForm('set-level', { situation, voice }, { title: t('title.set-level'), submit: t('submit.set-level') }, [
    ...levelBlocks(proposal, situation, voice),
    input({
      id: 'level',
      label: t('field.level'),
      hint: t('hint.level'),
      element: select({
        actionId: fieldActionId,
        options: levelOptions(voice),
        ...(situation.incident.level ? { initial: situation.incident.level } : {}),
      }),
    }),
    ...callsByLevel(situation, voice),
    ...(situation.incident.impact
      ? []
      : [
          input({
            id: 'impact',
            label: impactLabel(voice.locale),
            hint: t('hint.impact'),
            optional: true,
            element: textInput({ multiline: true, max: 1000 }),
          }),
        ]),
    input({
      id: 'reason',
      label: reasonLabel(locale),
      optional: true,
      element: textInput({ multiline: true, max: 1000 }),
    }),
  ])
}

/** Whom each level calls and tells besides those who are called and told now; nothing where it makes no difference. */
function callsByLevel({ incident }: Situation, voice: Voice): Block[] {
  const { locale, settings } = voice
  const t = texts.in(locale)
  const heardAt = (level: string | null) =>
    heardBy({ ...incident, level: level ?? undefined, urgency: incident.urgency ?? undefined }, settings)
  const now = heardAt(incident.level)
  const lines = mildestFirst(settings.levels)
    .toReversed()
    .flatMap(({ key, label }) => {
      const then = heardAt(key)
      const people = then.people.filter((each) => !now.people.includes(each))
      const channels = then.channels.filter((each) => !now.channels.includes(each))
      if (people.length + channels.length === 0) return []
      const parts = [
        ...(people.length > 0 ? [t('level.calls', { people: people.join(' ') })] : []),
        ...(channels.length > 0 ? [t('level.tells', { channels: channels.join(' ') })] : []),
      ]
      return [t('level.row', { level: escapeText(label[locale]), what: parts.join(t('level.apart')) })]
    })
  return [context(lines.length > 0 ? lines.join('\n') : t('level.same'))]
}
