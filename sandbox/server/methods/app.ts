import { checkMessage, checkView } from '../../block-kit/index.ts'
import { refuse, refuseArguments } from '../refusal.ts'
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

function botInfo({ args, workspace }: Call) {
  const bot = args.optionalText('bot') ?? appSettings.botId
  const { appId: app_id, botUserId: user_id, name } = appWithBot(workspace.app.name, bot) ?? refuse('bot_not_found')
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

const teamPreferences = {
  allow_message_deletion: true,
  display_real_names: true,
  disable_file_uploads: 'allow_all',
  msg_edit_window_mins: -1,
  who_can_post_general: 'ra',
} as const

/** Slack's limit of each argument of `blocks.validate`, in characters of its JSON. */
const longestPayload = 100_000

/** Holds exactly one of blocks, a message or a view against the rules; each fault with a pointer from that payload on. */
function validate({ args, workspace }: Call) {
  const given = (['blocks', 'message', 'view'] as const).filter((name) => args.has(name))
  const [name] = given
  const one = 'must provide exactly one of `blocks`, `view`, or `message`'
  const value = name && args.json(name)
  // An empty argument is none.
  if (!name || value === undefined || given.length > 1)
    refuse('invalid_arguments', { response_metadata: { messages: [one] } })
  if (JSON.stringify(value).length > longestPayload)
    refuseArguments(`must be less than ${longestPayload + 1} characters [json-pointer:/${name}]`)
  const { blocksText } = workspace
  const problems =
    name === 'view'
      ? checkView(value)
      : checkMessage(name === 'blocks' ? { blocks: value } : isObject(value) ? value : { blocks: value }, {
          blocksText,
        })
  if (problems.length === 0) return {}
  const errors = problems.map(({ message, pointer }) => ({
    code: 'failed_constraint',
    message: message.replace(/^\[ERROR\] /, '').replace(/ \[json-pointer:[^\]]*\]$/, ''),
    pointer: name === 'message' ? pointer : pointer.slice(`/${name}`.length),
  }))
  refuse(`invalid_${name}`, { errors })
}

export const app: Methods = {
  'api.test': test,
  'auth.test': authTest,
  'apps.connections.open': connect,
  'bots.info': botInfo,
  'team.info': teamInfo,
  'team.billing.info': ({ workspace }) => ({ plan: workspace.settled.plan === 'free' ? 'free' : 'plus' }),
  'team.preferences.list': () => teamPreferences,
  'emoji.list': () => ({ emoji: {}, cache_ts: '1767225600.000000' }),
  'blocks.validate': validate,
}
