import { z } from 'zod'
import { settingKey, settingKeyOrNone, wordsOrNone } from '../../kit/wire.ts'
import { addPeople, lookUp } from '../assembly/index.ts'
import { incidentSubject } from '../channel/index.ts'
import { Refusal } from '../facts/index.ts'
import { doerOf, isOpen, personNamed, verb } from '../incident/index.ts'
import { callPagers } from '../paging/index.ts'
import { calledReason } from './call.ts'
import { addCall } from './store.ts'

/** Somebody needs people whom the policy did not bring: those of a function, single ones, or both. */
export const callPeople = verb({
  name: 'call-people',
  input: z.strictObject({
    function: settingKeyOrNone,
    /** To be called is what brings them in. */
    people: z.array(personNamed({ unknowing: null })).default([]),
    /** Whom Slack may not wake: these are called beyond it, beside those of the function. */
    pagers: z.array(settingKey).max(100).default([]),
    reason: wordsOrNone(1000),
  }),
  right: 'respond',
  async change(deed, { function: key, people: picked, pagers, reason }) {
    const { world, tx, now, caller, incident } = deed
    const wanted = key === null ? undefined : world.settings().functions[key]
    if (key !== null && !wanted) throw new Refusal('function-unknown', {}, 'function')
    if (!wanted && picked.length === 0 && pagers.length === 0) throw new Refusal('nobody-chosen', {}, 'people')
    if (!isOpen(incident)) throw new Refusal('move-illegal', { from: incident.status, to: 'responding' })
    // What is said of a private incident anywhere else would say too much: there only people are called.
    const channels = incident.visibility === 'private' ? [] : (wanted?.channels ?? [])
    const by = doerOf(caller)
    const found = await lookUp(tx, { parties: wanted?.people ?? [], channels, picked })
    // Whoever calls is there already and waits for no answer of their own.
    const others = found.people.filter(({ userId }) => userId !== by)
    const isOnlyCaller = others.length === 0 && found.people.length > 0
    const isCalled = others.length > 0 || found.channels.length > 0
    // The call says why; the news of the page beside it need not say it again.
    const paging = { named: pagers, ofFunction: wanted?.page ?? [], reason, isReasonTold: isCalled }
    const paged = await callPagers(deed, paging)
    if (!isCalled) {
      const [first, ...rest] = paged
      if (!first && isOnlyCaller) throw new Refusal('only-yourself', {}, wanted ? 'function' : 'people')
      if (!first) throw new Refusal('nobody-found', {}, 'function')
      return { facts: [first, ...rest], result: undefined }
    }
    const n = await addCall(tx, {
      incidentId: incident.id,
      by,
      at: now,
      function: key,
      reason,
      channels: found.channels,
    })
    const called = others.map((each) => ({ ...each, reason: calledReason(n) }))
    await addPeople(tx, incident.id, called, now)
    const count = called.filter(({ skipped }) => !skipped).length
    const skipped = called.length - count
    const data = { n, function: key, people: count, skipped, channels: found.channels, gaps: found.gaps, reason }
    return {
      facts: [{ subject: incidentSubject(incident.id), type: 'calls.made', data }, ...paged],
      result: undefined,
    }
  },
})
