import { z } from 'zod'
import { words } from '../../kit/wire.ts'
import { incidentSubject } from '../channel/index.ts'
import { Refusal } from '../facts/index.ts'
import { changeIncident } from './store.ts'
import { longestTag, mostTags, tagsOf } from './tags.ts'
import { verb } from './verb.ts'

/** Puts the tags by which it is found again; none is as good as none yet. */
export const setTags = verb({
  name: 'set-tags',
  input: z.strictObject({ tags: z.array(words(200)).max(100) }),
  right: 'respond',
  async change({ tx, incident: { id, tags: before } }, { tags: wanted }) {
    const tags = tagsOf(wanted)
    const long = tags.find((tag) => [...tag].length > longestTag)
    if (long) throw new Refusal('tag-too-long', { tag: long, most: String(longestTag) }, 'tags')
    if (tags.length > mostTags) throw new Refusal('too-many-tags', { most: String(mostTags) }, 'tags')
    const isSame = before.length === tags.length && tags.every((tag) => before.includes(tag))
    if (isSame) throw new Refusal('nothing-changed', {}, 'tags')
    await changeIncident(tx, id, { tags })
    const data = { from: [...before], to: tags }
    return { facts: [{ subject: incidentSubject(id), type: 'incident.tags_set', data }], result: undefined }
  },
})
