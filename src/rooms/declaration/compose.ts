import type { Tx } from '../../kit/db/index.ts'
import { clockwork, commit, person, recordFacts, unchanged, type World } from '../facts/index.ts'
import { incidentOfView } from '../incident/index.ts'
import { viewOfForm } from './form.ts'
import { invitationSubject } from './invitation.ts'
import { deleteForm, insertForm } from './store.ts'

/** Somebody has the form open: the invitation says so, lest five people write the same thing. It is no incident yet. */
export async function beginForm(
  world: World,
  form: { viewId: string; invitationId: string; by: string },
): Promise<void> {
  await commit(world, person(form.by), async (tx, now) => {
    const isNew = await insertForm(tx, { viewId: form.viewId, invitationId: form.invitationId, userId: form.by }, now)
    if (!isNew) return unchanged(undefined)
    return {
      facts: [
        {
          subject: invitationSubject(form.invitationId),
          type: 'invitation.form_opened',
          data: { viewId: form.viewId, user: form.by },
        },
      ],
      result: undefined,
    }
  })
}

/** The form was put away without declaring. A form that belongs to no invitation is ignored. */
export async function endForm(world: World, viewId: string, by: string): Promise<void> {
  await commit(world, person(by), async (tx) => {
    const form = await deleteForm(tx, viewId)
    if (!form) return unchanged(undefined)
    return {
      facts: [
        {
          subject: invitationSubject(form.invitationId),
          type: 'invitation.form_closed',
          data: { viewId, user: form.userId },
        },
      ],
      result: undefined,
    }
  })
}

/** Gives up a form that has stood open too long to wait for. Runs in the transaction that takes the timer away. */
export async function giveFormUp(world: World, tx: Tx, subject: string, now: Date): Promise<void> {
  const viewId = viewOfForm(subject)
  const form = await deleteForm(tx, viewId)
  // Whoever has declared with it is shown as having declared.
  if (!form || (await incidentOfView(tx, viewId))) return
  await recordFacts(world, tx, clockwork, now, [
    {
      subject: invitationSubject(form.invitationId),
      type: 'invitation.form_closed',
      data: { viewId, user: form.userId },
    },
  ])
}
