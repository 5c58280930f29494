import { input, textInput } from '../../../kit/block-kit/index.ts'
import { type Actor, person, type World } from '../../facts/index.ts'
import { cancel, reopen } from '../../incident/index.ts'
import { type Command, textOf, verbForm } from '../command.ts'
import { sendsTo } from '../sends.ts'
import { texts as shared } from '../texts.ts'
import { whileResponding } from '../verb.ts'
import { texts } from './texts.ts'

type Act = (world: World, actor: Actor, incidentId: string, input: { reason: string | null }) => Promise<void>

/** A verb that asks for nothing but a reason, and says before what is sent where. */
function withReason(verb: 'reopen' | 'cancel', act: Act, offered: Command['offered']): Command {
  return {
    verb,
    label: (locale) => texts.in(locale)(`label.${verb}`),
    offered,
    form(situation, voice) {
      const t = texts.in(voice.locale)
      const close = shared.in(voice.locale)('close')
      return verbForm(verb, { situation, voice }, { title: t(`title.${verb}`), submit: t(`submit.${verb}`), close }, [
        sendsTo(situation, voice),
        input({
          id: 'reason',
          label: shared.in(voice.locale)('field.reason'),
          hint: t(`hint.${verb}`),
          optional: true,
          element: textInput({ multiline: true, max: 1000 }),
        }),
      ])
    },
    async run(world, { by, incidentId, values }) {
      await act(world, person(by), incidentId, { reason: textOf(values.reason) })
      return undefined
    },
  }
}

export const reopenCommand = withReason('reopen', reopen, ({ incident }) => incident.status !== 'responding')
export const cancelCommand = withReason('cancel', cancel, whileResponding)
