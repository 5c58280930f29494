/**
 * What Slack fills in where an app leaves it out, before it compares, stores and answers.
 * Source: the examples of views.open and views.publish on docs.slack.dev, and recorded payloads of @slack/types' repository.
 */
import { isObject } from './rule.ts'

const defaults: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  plain_text: { emoji: true },
  mrkdwn: { verbatim: false },
  input: { optional: false, dispatch_action: false },
  rich_text_list: { indent: 0, border: 0 },
  rich_text_preformatted: { border: 0 },
}

/** Parts of a payload that are not Block Kit, whatever they hold. */
const foreign: ReadonlySet<string> = new Set(['event_payload', 'customizable_input_parameters'])

/** A copy of Block Kit at any depth (blocks, views, options, texts) with Slack's defaults in it. */
export function withDefaults<T>(value: T): T {
  // Only keys are added, and Block Kit's types are open.
  return filled(value) as T
}

function filled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(filled)
  if (!isObject(value)) return value
  const own = typeof value.type === 'string' ? defaults[value.type] : undefined
  const inner = Object.entries(value).map(([key, each]) => [key, foreign.has(key) ? each : filled(each)])
  return { ...Object.fromEntries(inner), ...missing(value, own) }
}

function missing(value: Readonly<Record<string, unknown>>, own: Readonly<Record<string, unknown>> = {}): object {
  return Object.fromEntries(Object.entries(own).filter(([key]) => value[key] === undefined))
}
