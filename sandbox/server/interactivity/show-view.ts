import { checkView, withDefaults } from '../../block-kit/index.ts'
import { newHash, newId } from '../ids.ts'
import { refuse } from '../refusal.ts'
import { appSettings } from '../seed/app.ts'
import { withIds } from '../workspace/elements.ts'
import { type Json, textOf } from '../workspace/json.ts'
import { stateFor } from '../workspace/state-values.ts'
import type { StateValues, StoredView } from '../workspace/types.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** Refuses what Slack refuses as a view, or as this kind of view. */
export function checkedView(view: Json | undefined, type: 'modal' | 'home'): Json {
  const problems = checkView(view)
  const first = problems[0]
  if (first) refuse(first.error, { response_metadata: { messages: problems.map((problem) => problem.message) } })
  if (!view || view.type !== type) {
    refuse('invalid_arguments', {
      response_metadata: { messages: [`[ERROR] must be of type \`${type}\` [json-pointer:/view/type]`] },
    })
  }
  return view
}

type Given = Pick<
  StoredView,
  | 'type'
  | 'callback_id'
  | 'external_id'
  | 'private_metadata'
  | 'title'
  | 'submit'
  | 'close'
  | 'blocks'
  | 'clear_on_close'
  | 'notify_on_close'
  | 'submit_disabled'
  | 'hash'
  | 'values'
  | 'opened_in'
>

function given(workspace: Workspace, view: Json, at: { before?: StateValues; openedIn?: string } = {}): Given {
  const blocks = withIds(view.blocks)
  return {
    type: view.type === 'home' ? 'home' : 'modal',
    callback_id: textOf(view.callback_id),
    external_id: textOf(view.external_id),
    private_metadata: textOf(view.private_metadata),
    title: withDefaults(view.title ?? null),
    submit: withDefaults(view.submit ?? null),
    close: withDefaults(view.close ?? null),
    blocks,
    clear_on_close: view.clear_on_close === true,
    notify_on_close: view.notify_on_close === true,
    submit_disabled: view.submit_disabled === true,
    hash: newHash(workspace.now()),
    values: stateFor(blocks, at.before, at.openedIn),
    ...(at.openedIn === undefined ? {} : { opened_in: at.openedIn }),
  }
}

function checkExternalId(workspace: Workspace, externalId: string, but?: StoredView): void {
  if (externalId === '') return
  if (workspace.views.find((view) => view.external_id === externalId && view !== but)) refuse('duplicate_external_id')
}

/** Opens a view for a person: alone (what was open goes), or on top of what is open (`push_limit_reached`, at most three). */
export function showView(
  workspace: Workspace,
  user: string,
  json: Json,
  how: 'open' | 'push',
  openedIn?: string,
): StoredView {
  checkExternalId(workspace, textOf(json.external_id))
  if (how === 'open') workspace.views.removeAll(user)
  else if (workspace.views.full(user)) refuse('push_limit_reached')
  const below = workspace.views.top(user)
  const from = openedIn ?? below?.opened_in
  const id = newId('V')
  const view: StoredView = {
    ...given(workspace, json, from === undefined ? {} : { openedIn: from }),
    id,
    user,
    root_view_id: below?.root_view_id ?? id,
    previous_view_id: below?.id ?? null,
  }
  workspace.views.push(view)
  return view
}

/** Puts new content into a view in place; what the person put into the same inputs stays. */
export function replaceView(workspace: Workspace, view: StoredView, json: Json): StoredView {
  checkExternalId(workspace, textOf(json.external_id), view)
  const { values: before, opened_in } = view
  Object.assign(view, given(workspace, json, opened_in === undefined ? { before } : { before, openedIn: opened_in }))
  workspace.views.changed(view)
  return view
}

/** Sets a person's App Home. */
export function publishHome(workspace: Workspace, user: string, json: Json): StoredView {
  const before = workspace.views.homes.get(user)
  checkExternalId(workspace, textOf(json.external_id), before)
  const id = before?.id ?? newId('V')
  const view: StoredView = {
    ...given(workspace, json, before ? { before: before.values } : {}),
    id,
    user,
    root_view_id: id,
    previous_view_id: null,
  }
  workspace.views.setHome(view)
  return view
}

/** A view as Slack's answers and payloads show it. */
export function wireView(workspace: Workspace, view: StoredView): Json {
  const { user: _user, values, submit_disabled: _disabled, opened_in: _in, ...fields } = view
  return {
    ...fields,
    team_id: workspace.team.id,
    state: { values },
    app_id: appSettings.appId,
    app_installed_team_id: workspace.team.id,
    bot_id: appSettings.botId,
  }
}
