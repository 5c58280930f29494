import { joinedMessage } from '../faces/index.ts'
import type { Sample } from '../situation/sample.ts'
import { situations, voices } from '../situation/situation.samples.ts'
import { declareForm, joinedView } from './declare-form.ts'
import { controlsMessage, handledElsewhere, invitationMessage, receipt } from './messages.ts'

const { declared, underWay, secret, drill, longest } = situations
const pending = { ...declared, channel: { ...declared.channel, channelId: null } }

const invitations = {
  fresh: { declared: [], open: [], linked: [], writing: [] },
  'with-open': { declared: [], open: [underWay, longest], linked: [], writing: [] },
  'belongs-to-one': { declared: [], open: [longest], linked: [{ situation: underWay, by: 'U0SUZUKI' }], writing: [] },
  'somebody-writes': { declared: [], open: [underWay], linked: [], writing: ['U0TANAKA'] },
  'many-write': { declared: [], open: [], linked: [], writing: Array.from({ length: 9 }, (_, n) => `U0PERSON${n}`) },
  used: { declared: [{ situation: declared, delay: null }], open: [], linked: [], writing: [] },
  'used-and-somebody-writes': {
    declared: [{ situation: declared, delay: null }],
    open: [],
    linked: [],
    writing: ['U0SATO'],
  },
  'used-in-private': { declared: [{ situation: secret, delay: null }], open: [], linked: [], writing: [] },
  'used-in-a-storm': {
    declared: [
      { situation: pending, delay: { minutes: 3 } },
      { situation: declared, delay: null },
    ],
    open: [],
    linked: [],
    writing: [],
  },
}
const receipts = {
  waiting: pending,
  'in-a-storm': { ...pending, delay: { minutes: 3 } },
  ready: declared,
  failed: { ...pending, problems: [{ slot: 'channel', error: 'missing_scope' }] },
}

const filledIn = {
  service: 'a',
  summary: longest.incident.summary,
  urgency: 'looking',
  type: ['availability', 'integrity'],
  kind: 'drill',
  visibility: 'private',
  detected_at: 1_795_410_120,
  detected_by: 'customer',
}

export const samples: Sample[] = [
  ...Object.entries(invitations).map(([state, picture]) => ({
    name: `declaration/invitation/${state}`,
    to: 'elsewhere' as const,
    about: [...picture.declared.map(({ situation }) => situation), ...picture.open, underWay],
    render: (locale: 'ja' | 'en') =>
      invitationMessage({ id: 'inv_00000000000000000000000001', ...picture }, voices[locale]),
  })),
  {
    name: 'declaration/form/empty',
    to: 'form',
    about: [],
    render: (locale) => declareForm({ values: {}, open: [] }, voices[locale]),
  },
  {
    name: 'declaration/form/from-a-message',
    to: 'form',
    about: [],
    render: (locale) => declareForm({ values: { summary: longest.incident.summary }, open: [] }, voices[locale]),
  },
  {
    name: 'declaration/form/handled-already',
    to: 'form',
    about: [underWay, secret, longest],
    render: (locale) =>
      declareForm(
        { invitationId: 'inv_00000000000000000000000001', values: filledIn, open: [underWay, secret, longest] },
        voices[locale],
      ),
  },
  ...Object.entries({ declared, underWay, secret, drill, longest }).map(([state, situation]) => ({
    name: `declaration/controls-here/${state}`,
    to: 'alone' as const,
    about: [situation],
    render: (locale: 'ja' | 'en') => controlsMessage(situation, voices[locale]),
  })),
  {
    name: 'declaration/joined',
    to: 'form',
    about: [declared],
    render: (locale) => joinedView(joinedMessage(declared.channel, voices[locale]).text, voices[locale]),
  },
  {
    name: 'declaration/joined-soon',
    to: 'form',
    about: [pending],
    render: (locale) => joinedView(joinedMessage(pending.channel, voices[locale]).text, voices[locale]),
  },
  ...Object.entries(receipts).map(([state, situation]) => ({
    name: `declaration/receipt/${state}`,
    to: 'form' as const,
    about: [situation],
    render: (locale: 'ja' | 'en') => receipt(situation, 'delay' in situation ? situation.delay : null, voices[locale]),
  })),
  ...Object.entries({ declared, drill }).map(([state, situation]) => ({
    name: `declaration/handled-elsewhere/${state}`,
    to: 'elsewhere' as const,
    about: [situation],
    render: (locale: 'ja' | 'en') => handledElsewhere(situation, voices[locale]),
  })),
]
