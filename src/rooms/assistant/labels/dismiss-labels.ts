import { z } from 'zod'
import { settingKeyOrNone, words } from '../../../kit/wire.ts'
import { incidentSubject } from '../../channel/index.ts'
import { unchanged } from '../../facts/index.ts'
import { mostTags, personOf, tagsOf, verb } from '../../incident/index.ts'
import { settledFact } from '../settle.ts'
import { writeDismissal } from '../store.ts'
import { levelLabel, tagLabel } from './labels.ts'

/** A proposed level, or proposed tags, are put away: they do not come back, for anybody. */
export const dismissLabels = verb({
  name: 'dismiss-labels',
  input: z.strictObject({ level: settingKeyOrNone, tags: z.array(words(200)).max(mostTags).default([]) }),
  right: 'respond',
  async change({ tx, now, caller, incident: { id } }, { level, tags }) {
    const put = async (whats: readonly string[], purpose: string) => {
      const fresh: string[] = []
      for (const what of whats) if (await writeDismissal(tx, id, what, personOf(caller), now)) fresh.push(what)
      const facts = fresh.map((what) => ({
        subject: incidentSubject(id),
        type: 'assistant.dismissed' as const,
        data: { what },
      }))
      return facts.length > 0 ? [...facts, settledFact(id, purpose, 'dropped')] : []
    }
    const [first, ...rest] = [
      ...(await put(level ? [levelLabel(level)] : [], 'level')),
      ...(await put(tagsOf(tags).map(tagLabel), 'tags')),
    ]
    return first ? { facts: [first, ...rest], result: undefined } : unchanged(undefined)
  },
})
