import { type Chance, chanceOf } from './chance.ts'
import * as deed from './deeds.ts'
import { closeDiary, type Diary, idAt, openDiary, type Rows } from './diary.ts'
import { learn } from './learn.ts'
import { crews, secretCrew } from './people.ts'
import { type Company, filled, type Plot } from './plot.ts'
import { talk } from './talk.ts'

const minute = 60_000

/** The moments of one incident and who acts in it. */
export type Cast = {
  chance: Chance
  plot: Plot
  declarer: string
  handler: string
  responders: readonly string[]
  called: readonly string[]
  /** Fills the numbers of a text. */
  say(text: string): string
}

/** Writes down one incident: each row as the verbs would have written it. `channelName`: the name of its channel. */
export function tell(plot: Plot, { seed, until }: Company, channelName: string): Rows {
  const chance = chanceOf(seed, plot.n, 7)
  const cast = castOf(chance, plot)
  const diary = begin(cast, channelName)
  const { declaredAt: at } = plot
  const isQuick = plot.ends === 'cancelled'
  const after = (minutes: number) => new Date(at.getTime() + minutes * minute)
  const length = plot.isFamous ? 9 * 60 : Math.round(20 + 300 * chance.next() ** 2)
  const isOpen = plot.ends === 'open'
  const channel = isOpen ? null : { id: `C0PAST${plot.n.toString(36).toUpperCase().padStart(5, '0')}`, at: after(0.05) }
  deed.declare(diary, { by: cast.declarer, at, called: cast.called, channel })
  if (isQuick) return cancelled(diary, cast, after)
  respond(diary, cast, after, isOpen ? Math.floor((until.getTime() - at.getTime()) / minute) : length)
  if (isOpen) return closeDiary(diary, false)
  talk(diary, cast, length)
  const recoveredAt = after(length)
  learn(diary, cast, recoveredAt, until)
  return closeDiary(diary, true)
}

function castOf(chance: Chance, plot: Plot): Cast {
  const crew = plot.isPrivate ? secretCrew : crews[plot.feature.service]
  const [n, v] = [chance.between(3, 97), `v${chance.between(1, 9)}.${chance.between(0, 30)}.${chance.between(0, 9)}`]
  return {
    chance,
    plot,
    declarer: chance.pick(crew.declarers),
    handler: chance.pick(crew.handlers),
    responders: crew.responders,
    called: crew.called,
    say: (text) => filled(text, { n: String(n), v, feature: plot.feature.name }),
  }
}

function begin({ chance, plot, declarer, say }: Cast, name: string): Diary {
  const { declaredAt, trouble, isPrivate, kind, words } = plot
  const id = idAt(chance, 'inc', declaredAt)
  const noticed = new Date(declaredAt.getTime() - chance.between(1, 25) * minute)
  const knows = chance.happens(0.7)
  const isWide = trouble.types.includes('confidentiality') && !isPrivate
  return openDiary(
    chance,
    {
      id,
      status: 'responding',
      service: plot.feature.service,
      summary: say(plot.summary),
      impact: null,
      urgency: chance.pick([null, 'high', 'medium', isWide ? 'high' : 'low']),
      level: null,
      types: [],
      kind,
      visibility: isPrivate ? 'private' : 'public',
      permanence: null,
      declared_by: declarer,
      occurred_at: knows ? new Date(noticed.getTime() - chance.between(1, 40) * minute) : null,
      detected_at: knows ? noticed : null,
      declared_at: declaredAt,
      handler_taken_at: null,
      recovered_at: null,
      completed_at: null,
      postmortem_owner: null,
      postmortem_due: null,
      declare_locale: words.locale,
      detected_by: trouble.detectedBy,
    },
    { incident_id: id, name, suffix: 1, is_private: isPrivate, channel_id: null, created_at: null, archived_at: null },
  )
}

function cancelled(diary: Diary, { chance, declarer, plot, say }: Cast, after: (minutes: number) => Date): Rows {
  const minutes = chance.between(4, 30)
  deed.cancel(diary, declarer, after(minutes), say(chance.pick(plot.words.cancelled)))
  deed.archive(diary, after(minutes + 3 * 24 * 60))
  return closeDiary(diary, true)
}

/** From who leads to the last update; `length` in minutes. */
function respond(
  diary: Diary,
  { chance, plot, handler, responders, say }: Cast,
  after: (minutes: number) => Date,
  length: number,
) {
  const { trouble, words, level } = plot
  const isOpen = plot.ends === 'open'
  const led = chance.between(1, 6)
  // At night it happens that nobody leads yet.
  if (isOpen && chance.happens(0.2)) return
  deed.takeHandler(diary, handler, after(led))
  if (chance.happens(0.4)) deed.claimRole(diary, 'scribe', chance.pick(responders), after(led + 1))
  const reason = say(chance.pick(words.levelReasons))
  const isRaised = level === 'level5' || chance.happens(0.15)
  deed.setLevel(diary, handler, after(led + 2), isRaised ? 'level3' : level, reason)
  deed.setImpact(diary, handler, after(led + 3), say(trouble.impact))
  deed.setTypes(diary, handler, after(led + 3.5), trouble.types)
  if (isRaised && length > led + 5 && level !== 'level3')
    deed.setLevel(diary, handler, after(led + 5), level, say(chance.pick(words.levelReasons)))
  const reports = ['first', 'follow_up', 'follow_up'] as const
  const most = plot.isFamous ? 14 : 3
  for (let n = 1; n <= most; n++) {
    const minutes = Math.round(led + 5 + ((length - led - 6) * (n - 1)) / most)
    if (minutes >= length) break
    const [condition = '', action = ''] = trouble.updates[Math.min(n, trouble.updates.length) - 1] ?? []
    const report = reports[n - 1] ?? 'follow_up'
    deed.postUpdate(diary, handler, after(minutes), {
      n,
      report,
      condition: say(condition),
      action: say(action),
      nextAt: after(minutes + 30),
    })
  }
  for (let n = 1; n * 15 < length && n <= 40; n++) deed.reachCheckpoint(diary, n, after(n * 15))
}
