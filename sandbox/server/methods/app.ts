import { checkMessage, checkView } from '../../block-kit/index.ts'
import { refuse } from '../refusal.ts'
import { appSettings } from '../seed/app.ts'
import { appWithBot } from '../seed/apps.ts'
import { isObject } from '../workspace/json.ts'
import type { Call, Methods } from './call.ts'

/** Echoes its arguments; refuses with any error that it is asked for. */
function test(call: Call) {
  const error = call.args.optionalText('error')
  if (error) refuse(error, { args: call.args.raw })
  return Object.keys(call.args.raw).length > 0 ? { args: call.args.raw } : {}
}

function authTest({ workspace, actor }: Call) {
  const { name, id, domain } = workspace.team
  return {
    url: `https://${domain}.slack.com/`,
    team: name,
    user: workspace.user(actor.id)?.name ?? '',
    team_id: id,
    user_id: actor.id,
    ...(actor.bot ? { bot_id: appSettings.botId } : {}),
    is_enterprise_install: false,
  }
}

function connect(call: Call) {
  return { url: call.socketAddress() }
}

function botInfo({ args }: Call) {
  const bot = args.optionalText('bot') ?? appSettings.botId
  const { appId: app_id, botUserId: user_id, name } = appWithBot(bot) ?? refuse('bot_not_found')
  const { icons } = appSettings
  return { bot: { id: bot, deleted: false, name, updated: 1_767_225_600, app_id, user_id, icons } }
}

function teamInfo({ workspace }: Call) {
  const { id, name, domain } = workspace.team
  const sizes = [34, 44, 68, 88, 102, 132].map((size) => [
    `image_${size}`,
    `https://avatars.example.com/team_${size}.png`,
  ])
  const icon = { ...Object.fromEntries(sizes), image_default: true }
  const url = `https://${domain}.slack.com/`
  return {
    team: { id, name, url, domain, email_domain: 'example.com', icon, avatar_base_url: 'https://avatars.example.com/' },
  }
}

function validate({ args }: Call) {
  const blocks = args.json('blocks')
  const message = args.json('message')
  const view = args.json('view')
  const problems = [
    ...(blocks === undefined
      ? []
      : checkMessage({ blocks }).map((problem) => ({ ...problem, error: 'invalid_blocks' }))),
    ...(isObject(message) ? checkMessage(message).map((problem) => ({ ...problem, error: 'invalid_message' })) : []),
    ...(view === undefined ? [] : checkView(view).map((problem) => ({ ...problem, error: 'invalid_view' }))),
  ]
  const first = problems[0]
  if (first) refuse(first.error, { response_metadata: { messages: problems.map((problem) => problem.message) } })
  return {}
}

export const app: Methods = {
  'api.test': test,
  'auth.test': authTest,
  'apps.connections.open': connect,
  'bots.info': botInfo,
  'team.info': teamInfo,
  'emoji.list': () => ({ emoji: {}, cache_ts: '1767225600.000000' }),
  'blocks.validate': validate,
}
