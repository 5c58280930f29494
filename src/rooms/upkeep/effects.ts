import { later } from '../../kit/clock.ts'
import type { Consequence, Effects } from '../facts/index.ts'
import { archiveNotice, whenAtWork } from '../settings/index.ts'
import { archiveTimer } from './archive.ts'
import { keepDigest } from './digest.ts'

/** Once it is over its channel is archived in time, with notice before; taken up again, it is not. What is recovered stands in the digest. */
export const effects: Effects = (fact, settings) => [...ofChannel(fact, settings), ...ofDigest(fact, settings)]

const ofDigest: Effects = ({ type }) => {
  switch (type) {
    case 'incident.recovered':
    case 'incident.reopened':
    case 'incident.completed':
    case 'incident.cancelled':
    case 'incident.merged':
      return [{ do: 'keep-timer', keep: keepDigest }]
    default:
      return []
  }
}

const ofChannel: Effects = (fact, settings) => {
  const { subject } = fact
  const after = settings.channels.archive_after
  const announceFor = (wanted: Date): Consequence[] => {
    if (after === 'off') return [{ do: 'cancel-timer', subject, kind: archiveTimer }]
    const archiveAt = whenAtWork(settings, wanted)
    const dueAt = whenAtWork(settings, later(archiveAt, -archiveNotice(after)))
    const data = { step: 'announce', archiveAt: archiveAt.toISOString() }
    return [{ do: 'set-timer', subject, kind: archiveTimer, dueAt, data }]
  }
  switch (fact.type) {
    case 'incident.completed':
    case 'incident.cancelled':
    case 'incident.merged':
      return after === 'off' ? [] : announceFor(later(fact.at, after))
    case 'upkeep.archive_put_off':
      return announceFor(new Date(fact.data.archiveAt))
    case 'upkeep.archive_announced': {
      const { archiveAt } = fact.data
      const data = { step: 'archive', archiveAt }
      return [{ do: 'set-timer', subject, kind: archiveTimer, dueAt: new Date(archiveAt), data }]
    }
    case 'incident.reopened':
    case 'channel.archived':
      return [{ do: 'cancel-timer', subject, kind: archiveTimer }]
    default:
      return []
  }
}
