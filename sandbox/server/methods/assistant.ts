import { refuse } from '../refusal.ts'
import type { StoredChannel } from '../workspace/types.ts'
import type { Call, Methods } from './call.ts'

/** The thread that a call is about. A conversation of an assistant's begins with its first message. */
function threadOf(call: Call): StoredChannel {
  const { workspace, actor, args } = call
  const channel = workspace.channels.get(args.text('channel_id'))
  if (!channel?.members.has(actor.id)) refuse('channel_not_found')
  const ts = args.optionalText('thread_ts')
  if (ts !== undefined && !channel.messages.has(ts)) refuse('invalid_thread_ts')
  return channel
}

/** Slack rotates through at most ten. Source: docs.slack.dev/reference/methods/assistant.threads.setStatus */
const mostLoading = 10

function setStatus(call: Call) {
  threadOf(call)
  const loading = call.args.json('loading_messages')
  if (Array.isArray(loading) && loading.length > mostLoading) refuse('invalid_arguments')
  return {}
}

function setTitle(call: Call) {
  threadOf(call)
  return {}
}

function setSuggestedPrompts(call: Call) {
  threadOf(call)
  const prompts = call.args.json('prompts')
  if (!Array.isArray(prompts) || prompts.length === 0) refuse('invalid_arguments')
  return {}
}

/**
 * An assistant's status, title and prompts. They are checked and answered; this workspace's client has no assistant's view in which they
 * would be seen. Sources: docs.slack.dev/reference/methods/assistant.threads.setStatus and its two sisters.
 */
export const assistants: Methods = {
  'assistant.threads.setStatus': setStatus,
  'assistant.threads.setTitle': setTitle,
  'assistant.threads.setSuggestedPrompts': setSuggestedPrompts,
}

/** Nothing here runs an app's functions, so that none waits for its end. */
const notRunning = () => refuse('function_execution_not_found')

/** Source: docs.slack.dev/reference/methods/functions.completeSuccess, …completeError */
export const functions: Methods = {
  'functions.completeSuccess': notRunning,
  'functions.completeError': notRunning,
}
