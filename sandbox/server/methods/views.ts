import { checkedView, publishHome, replaceView, showView, wireView } from '../interactivity/show-view.ts'
import { refuse } from '../refusal.ts'
import type { Call, Methods } from './call.ts'

function open(call: Call) {
  const view = checkedView(call.args.object('view'), 'modal')
  const trigger = call.interactivity.triggers.exchange(call.args.text('trigger_id'))
  return { view: wireView(call.workspace, showView(call.workspace, trigger.user, view, 'open', trigger.channel)) }
}

function push(call: Call) {
  const view = checkedView(call.args.object('view'), 'modal')
  const trigger = call.interactivity.triggers.exchange(call.args.text('trigger_id'))
  if (!trigger.fromModal || !call.workspace.views.top(trigger.user)) refuse('not_found')
  return { view: wireView(call.workspace, showView(call.workspace, trigger.user, view, 'push', trigger.channel)) }
}

function update(call: Call) {
  const { workspace, args } = call
  const id = args.optionalText('view_id')
  const externalId = args.optionalText('external_id')
  const view = workspace.views.find((each) => (id ? each.id === id : each.external_id === externalId))
  const json = checkedView(args.object('view'), view?.type ?? 'modal')
  if (!view) refuse('not_found')
  const hash = args.optionalText('hash')
  if (hash && hash !== view.hash) refuse('hash_conflict')
  return { view: wireView(workspace, replaceView(workspace, view, json)) }
}

function publish(call: Call) {
  const { workspace, args } = call
  const json = checkedView(args.object('view'), 'home')
  if (!workspace.app.hasHome) refuse('not_enabled')
  const user = workspace.user(args.text('user_id'))
  if (!user || user.is_bot)
    refuse('invalid_arguments', {
      response_metadata: { messages: ['[ERROR] invalid user_id [json-pointer:/user_id]'] },
    })
  const hash = args.optionalText('hash')
  const before = workspace.views.homes.get(user.id)
  if (hash && before && hash !== before.hash) refuse('hash_conflict')
  return { view: wireView(workspace, publishHome(workspace, user.id, json)) }
}

export const views: Methods = {
  'views.open': open,
  'views.push': push,
  'views.update': update,
  'views.publish': publish,
}
