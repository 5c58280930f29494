import { z } from 'zod'
import { wordsOrNone } from '../../kit/wire.ts'
import { incidentSubject } from '../channel/index.ts'
import { Refusal } from '../facts/index.ts'
import { verb } from '../incident/index.ts'
import { postmortemOf, setPostmortemStatus } from '../postmortem/index.ts'
import { hasOpenPull, publicationOf } from '../publishing/index.ts'
import { mustBeOver } from './for-lessons.ts'

/**
 * Somebody says that the postmortem is published, where the bot cannot see it. Refused while a pull request is open, whose
 * merge says so by itself. Assigning it to somebody takes it back.
 */
export const publishByHand = verb({
  name: 'publish-postmortem',
  input: z.strictObject({ link: wordsOrNone(2000) }),
  right: 'respond',
  async change({ tx, now, incident }, { link: given }) {
    const link = given === null ? null : addressOf(given)
    const { id } = mustBeOver(incident)
    const { status } = await postmortemOf(tx, id)
    if (status === 'published') throw new Refusal('postmortem-published')
    const publication = await publicationOf(tx, id)
    if (hasOpenPull(publication)) throw new Refusal('postmortem-in-pull-request', { number: `${publication?.number}` })
    const settled = await setPostmortemStatus(tx, id, 'published', now, { byHand: { link } })
    return {
      facts: [{ subject: incidentSubject(id), type: 'ladder.published', data: { link } }, ...settled],
      result: undefined,
    }
  },
})

/** As long as fits into every message that shows it, as Slack counts: an ampersand is five characters there. */
const longestAddress = 1500

/** An address that a browser opens, written so that it can stand in a Slack link. */
function addressOf(words: string): string {
  const url = URL.parse(words)
  if (!url || !['https:', 'http:'].includes(url.protocol)) throw new Refusal('not-an-address', {}, 'link')
  const link = url.href.replaceAll('|', '%7C')
  if (link.replaceAll('&', '&amp;').length > longestAddress) throw new Refusal('address-too-long', {}, 'link')
  return link
}
