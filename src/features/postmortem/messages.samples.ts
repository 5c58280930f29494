import type { Situation, Voice } from '../../rooms/situation/index.ts'
import type { Sample } from '../../rooms/situation/sample.ts'
import { situations, voices } from '../../rooms/situation/situation.samples.ts'
import { draftMessage, questionMessage } from './messages.ts'

const { recovered, reviewed } = situations
const mild: Situation = { ...recovered, incident: { ...recovered.incident, level: 'level1' } }
const drill: Situation = { ...recovered, incident: { ...recovered.incident, kind: 'drill' } }
const secret: Situation = {
  ...recovered,
  incident: { ...recovered.incident, visibility: 'private' },
  channel: { ...recovered.channel, name: 'kawasemi-20261123i', channelId: 'C0KAWASEMI', isPrivate: true },
}
const published: Situation = {
  ...reviewed,
  learning: { ...reviewed.learning, postmortem: { ...reviewed.learning.postmortem, status: 'published' } },
}

const draft = (state: string, situation: Situation): Sample => ({
  name: `learning/draft/${state}`,
  to: 'channel',
  about: [situation],
  render: (locale) => draftMessage(situation, voices[locale]),
})

const question = (
  state: string,
  situation: Situation,
  change: Partial<Parameters<typeof questionMessage>[0]> = {},
  at = 0,
): Sample => ({
  name: `learning/question/${state}`,
  // One that nobody is asked by name is asked in a channel.
  to: situation.learning.questions[at]?.userId ? 'person' : 'elsewhere',
  about: [situation],
  render: (locale) => {
    const [asked] = situation.learning.questions.slice(at)
    if (!asked) throw new Error('The sample asks nothing')
    return questionMessage({ ...asked, ...change }, situation, voices[locale] satisfies Voice)
  },
})

export const samples: Sample[] = [
  draft('gaps', recovered),
  draft('mini', mild),
  draft('full', reviewed),
  draft('published', published),
  draft('drill', drill),
  draft('reopened', { ...recovered, incident: { ...recovered.incident, status: 'responding' } }),
  question('open', recovered),
  question('mini', mild, { gap: 'mini' }),
  question('channel', recovered, {}, 1),
  question('passed-on', recovered, {}, 2),
  question('drill', drill),
  question('private', secret),
  question('private-channel', secret, { state: 'withdrawn' }, 1),
  ...(['answered', 'unknown', 'passed', 'withdrawn'] as const).map((state) =>
    question(state, recovered, { state, passedTo: state === 'passed' ? 'U0ALICE' : null }),
  ),
]
