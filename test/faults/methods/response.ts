import type { ActAnswer, Channel, View } from '../../../sandbox/protocol.ts'
import { chooseVerb } from '../../harness/choose-verb.ts'
import { viewOf } from '../declaring.ts'
import { channelsOfBot } from '../records.ts'
import { cardIn } from '../responding.ts'
import type { ResponseStage } from './stage.ts'

/** Whether what a person did came about; `again` when Slack did not let it, and they may try again. */
export type Came = 'done' | 'again'

/** What somebody does in a response. `by` is the person whom it concerns. */
export type Step = { name: string; by: string; act(set: ResponseStage): Promise<Came> }

const days = 86_400_000
const me = 'tanaka'

const came = (answer: ActAnswer): Came => (answer.ok ? 'done' : 'again')

async function ours({ stage }: ResponseStage): Promise<Channel> {
  const [channel] = channelsOfBot(await stage.driver.state())
  if (!channel) throw new Error('There is no channel yet')
  return channel
}

/** Chooses a verb in the card's menu, and answers the form that it opened, if it did. */
async function openedBy(set: ResponseStage, name: string): Promise<View | undefined> {
  const { driver } = set.stage
  const channel = await ours(set)
  const card = cardIn(channel)
  if (!card) throw new Error('There is no card')
  await set.closeForm(me)
  const pressed = await chooseVerb(driver, { as: me, channel: channel.id, ts: card.ts }, name)
  if (!pressed.ok) throw new Error(`${name} cannot be pressed: ${pressed.error}`)
  const view = pressed.view ?? viewOf(await driver.state())
  return view?.callback_id === `incident.${name}` ? view : undefined
}

/** A verb of the card's menu, with its form where it has one; `asksSlack`: before it is done, and refuses where Slack does not say. */
const verb = (name: string, values?: Record<string, unknown>, asksSlack = false): Step => ({
  name,
  by: me,
  async act(set) {
    const { driver } = set.stage
    const view = await openedBy(set, name)
    if (!values) return 'done'
    if (!view) return 'again'
    const sent = await driver.act({ as: me, do: 'submit', view_id: view.id, values })
    if (sent.ok && Object.keys(sent.ack?.errors ?? {}).length > 0) {
      if (asksSlack) return 'again'
      throw new Error(JSON.stringify(sent.ack?.errors))
    }
    return came(sent)
  },
})

/** A response from the first cry to the end and back, by which every method comes into use that the bot calls. */
export const response: readonly Step[] = [
  {
    name: 'mention',
    by: me,
    async act({ stage: { driver }, notes }) {
      const asked = await driver.act({ as: 'sato', do: 'post', channel: '#service-a', text: 'ログインできない' })
      const parent = asked.ok ? asked.ts : undefined
      if (!parent) throw new Error('Nobody may speak')
      const text = '@sssbot 助けて'
      const called = await driver.act({ as: me, do: 'post', channel: '#service-a', text, thread_ts: parent })
      if (called.ok && called.ts) notes.called = called.ts
      return came(called)
    },
  },
  {
    name: 'declare',
    by: me,
    async act(set) {
      const { driver } = set.stage
      const answer = (await driver.messages('service-a')).find(
        (each) => each.bot_id && each.ts > (set.notes.called ?? ''),
      )
      if (!answer) throw new Error('The mention was not answered')
      await set.closeForm(me)
      const press = { as: me, do: 'click', channel: '#service-a', ts: answer.ts } as const
      const pressed = await driver.act({ ...press, action_id: 'incident.declare.open' })
      const view = (pressed.ok ? pressed.view : undefined) ?? viewOf(await driver.state())
      if (view?.callback_id !== 'incident.declare') return 'again'
      return came(
        await driver.act({ as: me, do: 'submit', view_id: view.id, values: { service: 'a', summary: 'ログイン障害' } }),
      )
    },
  },
  verb('take-handler'),
  verb('set-level', { level: 'level4', reason: '影響が広い' }),
  verb('update', { condition: '調査中', action: '切り戻す', need: 'DB の人', impact: 'ログインできません' }),
  verb('call-people', { people: ['U0YAMADA'] }),
  verb('add-todo', { text: 'ログを見る', owner: 'U0SATO', minutes: '30' }),
  {
    name: 'mark',
    by: 'sato',
    async act(set) {
      const { driver } = set.stage
      const { id } = await ours(set)
      const said = await driver.act({ as: 'sato', do: 'post', channel: id, text: '証明書が切れていた' })
      if (!said.ok || !said.ts) throw new Error('sato may not speak')
      return came(await driver.act({ as: 'sato', do: 'react', channel: id, ts: said.ts, name: 'pushpin' }))
    },
  },
  {
    name: 'late',
    by: 'suzuki',
    act: async (set) => came(await set.stage.driver.act({ as: 'suzuki', do: 'join', channel: (await ours(set)).id })),
  },
  {
    name: 'second form',
    by: 'alice',
    async act({ stage: { driver }, closeForm }) {
      await closeForm('alice')
      const opened = await driver.act({ as: 'alice', do: 'shortcut', callback_id: 'incident.declare.shortcut' })
      const view = (opened.ok ? opened.view : undefined) ?? viewOf(await driver.state(), 'alice')
      if (view?.callback_id !== 'incident.declare') return 'again'
      // What is open of the service is shown in the form.
      const chosen = await driver.act({
        as: 'alice',
        do: 'click',
        view_id: view.id,
        value: 'a',
        action_id: 'incident.declare.service',
      })
      return came(chosen)
    },
  },
  verb('add-action', { title: '証明書の期限を見張る' }),
  {
    name: 'form over a form',
    by: me,
    async act(set) {
      const { driver } = set.stage
      const list = await openedBy(set, 'actions')
      if (!list) return 'again'
      const pressed = await driver.act({ as: me, do: 'click', view_id: list.id, action_id: 'incident.add-action' })
      const view = pressed.ok ? viewOf(await driver.state()) : undefined
      return view?.callback_id === 'incident.add-action' ? 'done' : 'again'
    },
  },
  { name: 'home', by: me, act: async ({ stage }) => came(await stage.driver.act({ as: me, do: 'open_home' })) },
  {
    name: 'list',
    by: me,
    act: async ({ stage }) =>
      came(
        await stage.driver.act({ as: me, do: 'command', channel: '#service-a', command: '/incident', text: 'list' }),
      ),
  },
  verb('link-channel', { channel: 'C0GENERAL' }, true),
  verb('recover', { permanence: 'permanent' }),
  verb('complete', { waivers: '残りは来週続ける' }),
  {
    name: 'archive notice',
    by: me,
    async act({ clock }) {
      await clock.advanceBy(2.1 * days)
      return 'done'
    },
  },
  {
    name: 'archive',
    by: me,
    async act({ clock }) {
      await clock.advanceBy(days)
      return 'done'
    },
  },
  {
    name: 'unarchive',
    by: me,
    act: async (set) => came(await set.stage.driver.act({ as: me, do: 'unarchive', channel: (await ours(set)).id })),
  },
  {
    name: 'reopen',
    by: me,
    async act(set) {
      // The bookmark is called otherwise, too.
      await set.stage.configure({ language: 'en', slack: set.slack })
      return verb('reopen', { reason: '再発した' }).act(set)
    },
  },
]
