import { input, modal, textInput } from '../../kit/block-kit/index.ts'
import { type Actor, person, type World } from '../facts/index.ts'
import { cancel, reopen } from '../incident/index.ts'
import { type Command, formId, formMetadata, textOf } from './command.ts'
import { sendsTo } from './sends.ts'
import { texts } from './texts.ts'

type Act = (world: World, actor: Actor, incidentId: string, input: { reason: string | null }) => Promise<void>

/** A verb that asks for nothing but a reason, and says before what is sent where. */
function withReason(verb: 'reopen' | 'cancel', act: Act): Command {
  return {
    verb,
    form(situation, voice) {
      const t = texts.in(voice.locale)
      return modal({
        callbackId: formId(verb),
        title: t(`title.${verb}`),
        submit: t(`submit.${verb}`),
        close: t('close'),
        metadata: formMetadata(situation),
        blocks: [
          sendsTo(situation, voice),
          input({
            id: 'reason',
            label: t('field.reason'),
            hint: t(`hint.${verb}`),
            optional: true,
            element: textInput({ multiline: true, max: 1000 }),
          }),
        ],
      })
    },
    async run(world, { by, incidentId, values }) {
      await act(world, person(by), incidentId, { reason: textOf(values.reason) })
      return undefined
    },
  }
}

export const reopenCommand = withReason('reopen', reopen)
export const cancelCommand = withReason('cancel', cancel)
