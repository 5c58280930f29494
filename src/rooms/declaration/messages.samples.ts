import type { Sample } from '../../kit/block-kit/index.ts'
import { situations, voices } from '../situation/situation.samples.ts'
import { declareForm, handledElsewhere, invitationMessage, receipt } from './messages.ts'

const { declared, underWay, secret, drill, longest } = situations
const pending = { ...declared, channel: { ...declared.channel, channelId: null } }

const invitations = {
  fresh: { declared: [], open: [] },
  'with-open': { declared: [], open: [underWay, longest] },
  used: { declared: [declared], open: [] },
  'used-in-private': { declared: [secret], open: [] },
}
const receipts = {
  waiting: pending,
  ready: declared,
  failed: { ...pending, problems: [{ slot: 'channel', error: 'missing_scope' }] },
}

export const samples: Sample[] = [
  ...Object.entries(invitations).map(([state, picture]) => ({
    name: `declaration/invitation/${state}`,
    render: (locale: 'ja' | 'en') =>
      invitationMessage({ id: 'inv_00000000000000000000000001', ...picture }, voices[locale]),
  })),
  { name: 'declaration/form/empty', render: (locale) => declareForm({}, voices[locale]) },
  {
    name: 'declaration/form/from-a-message',
    render: (locale) => declareForm({ summary: longest.incident.summary }, voices[locale]),
  },
  ...Object.entries(receipts).map(([state, situation]) => ({
    name: `declaration/receipt/${state}`,
    render: (locale: 'ja' | 'en') => receipt(situation, voices[locale]),
  })),
  ...Object.entries({ declared, drill, secret }).map(([state, situation]) => ({
    name: `declaration/handled-elsewhere/${state}`,
    render: (locale: 'ja' | 'en') => handledElsewhere(situation, voices[locale]),
  })),
]
