import { z } from 'zod'
import { incidentSubject } from '../channel/index.ts'
import { type Actor, commit, Refusal, type World } from '../facts/index.ts'
import { postmortemOf, setPostmortemStatus } from '../postmortem/index.ts'
import { hasOpenPull, publicationOf } from '../publishing/index.ts'
import { holdForLessons } from './hold-for-lessons.ts'

const publishInput = z.object({ link: z.string().trim().max(2000).nullish().default(null) })

/**
 * Somebody says that the postmortem is published, where the bot cannot see it. Refused while a pull request is open, whose
 * merge says so by itself. Assigning it to somebody takes it back.
 */
export async function publishByHand(
  world: World,
  actor: Actor,
  incidentId: string,
  input: z.input<typeof publishInput>,
): Promise<void> {
  const { link: given } = publishInput.parse(input)
  const link = given === null || given === '' ? null : addressOf(given)
  await commit(world, actor, async (tx, now) => {
    await holdForLessons(tx, incidentId)
    const { status } = await postmortemOf(tx, incidentId)
    if (status === 'published') throw new Refusal('postmortem-published')
    const publication = await publicationOf(tx, incidentId)
    if (hasOpenPull(publication)) throw new Refusal('postmortem-in-pull-request', { number: `${publication?.number}` })
    const settled = await setPostmortemStatus(tx, incidentId, 'published', now, { byHand: { link } })
    return {
      facts: [{ subject: incidentSubject(incidentId), type: 'ladder.published', data: { link } }, ...settled],
      result: undefined,
    }
  })
}

/** As long as fits into every message that shows it, as Slack counts: an ampersand is five characters there. */
const longestAddress = 1500

/** An address that a browser opens, in a form that stands in a link of Slack's. */
function addressOf(words: string): string {
  const url = URL.parse(words)
  if (!url || !['https:', 'http:'].includes(url.protocol)) throw new Refusal('not-an-address', {}, 'link')
  const link = url.href.replaceAll('|', '%7C')
  if (link.replaceAll('&', '&amp;').length > longestAddress) throw new Refusal('address-too-long', {}, 'link')
  return link
}
