import type { Settings } from '../settings.ts'
import { channelStem } from '../values/channel-stem.ts'
import type { Localized } from '../values/localized.ts'
import type { Path } from './problem.ts'
import { shown, write } from './problem-words.ts'
import { type Finding, notAmong, unknownKey } from './schema-problems.ts'

/**
 * What one part of the settings says of another and is not so. `textNames` are the texts that can be replaced; without
 * them no text's name is doubted.
 */
export function referenceFindings(settings: Settings, textNames?: readonly string[]): Finding[] {
  return [
    ...repeated('levels.steps', settings.levels.steps),
    ...repeated('urgencies', settings.urgencies),
    ...settings.notify.flatMap((rule, index) => ruleFindings(rule.when, ['notify', index, 'when'], settings)),
    ...settings.postmortem.templates.flatMap(({ when }, index) =>
      ruleFindings(when, ['postmortem', 'templates', index, 'when'], settings),
    ),
    ...settings.notify.flatMap((rule, index) =>
      (['page', 'page_if_nobody_leads'] as const).flatMap((field) =>
        pagerFindings(rule[field], ['notify', index, field], settings),
      ),
    ),
    ...Object.entries(settings.functions).flatMap(([name, { page }]) =>
      pagerFindings(page, ['functions', name, 'page'], settings),
    ),
    ...codeNameFindings(settings),
    ...placeFindings(settings),
    ...Object.keys(settings.texts)
      .filter((name) => textNames !== undefined && !textNames.includes(name))
      .map((name) => ({ path: ['texts', name], message: unknownKey(name, textNames ?? []), atKey: true })),
  ]
}

function repeated(path: string, entries: readonly { key: string }[]): Finding[] {
  return entries.flatMap(({ key }, index) =>
    entries.findIndex((other) => other.key === key) === index
      ? []
      : [{ path: [...path.split('.'), index, 'key'], message: twice(key) }],
  )
}

const twice = (key: string): Localized => ({
  ja: `キー ${shown(key)} が二度使われています。別のキーにしてください`,
  en: `the key ${shown(key)} is used twice — give one another key`,
})

type When = Partial<Pick<Settings['notify'][number]['when'], 'service' | 'level' | 'at_least' | 'urgency'>>

function ruleFindings(when: When, path: Path, settings: Settings): Finding[] {
  const levels = settings.levels.steps.map((step) => step.key)
  const known = {
    service: Object.keys(settings.services),
    level: levels,
    at_least: levels,
    urgency: settings.urgencies.map((urgency) => urgency.key),
  }
  return (Object.keys(known) as (keyof typeof known)[]).flatMap((field) =>
    [when[field] ?? []]
      .flat()
      .filter((value) => !known[field].includes(value))
      .map((value) => ({ path: [...path, field], message: notAmong(value, known[field]) })),
  )
}

function pagerFindings(named: readonly string[], path: Path, { pagers }: Settings): Finding[] {
  const known = Object.keys(pagers)
  return named.flatMap((name, at) =>
    known.includes(name) ? [] : [{ path: [...path, at], message: notAmong(name, known) }],
  )
}

/** A GitHub repository needs the credentials under `github`. */
function placeFindings({ github, publishing, actions }: Settings): Finding[] {
  if (github) return []
  const message = write(
    {
      ja: 'GitHub への接続（github）が設定されていません',
      en: 'needs github in the settings, which says how it is reached',
    },
    'github: { token_env: SSSBOT_GITHUB_TOKEN }',
  )
  return [
    ...(['public', 'private'] as const)
      .filter((which) => publishing[which]?.kind === 'github')
      .map((which) => ({ path: ['publishing', which, 'repository'], message })),
    ...(actions.issues === 'off' ? [] : [{ path: ['actions', 'issues'], message }]),
  ]
}

/** A private incident's channel must not tell which service it is about. */
function codeNameFindings({ channels, services }: Settings): Finding[] {
  const telling = Object.entries(services)
    .flatMap(([key, service]) => [key, service.channel_name, service.name.ja, service.name.en])
    .map(channelStem)
    .filter((stem) => stem.length > 1)
  return channels.code_names.flatMap((word, index) => {
    const stem = channelStem(word)
    const path = ['channels', 'code_names', index]
    if (stem === '')
      return [
        {
          path,
          message: write({ ja: 'チャンネル名にできる文字がありません', en: 'has no letter or digit' }, 'kawasemi'),
        },
      ]
    if (telling.some((name) => stem.includes(name)))
      return [
        { path, message: write({ ja: 'サービス名が分かる符丁です', en: 'tells which service it is' }, 'kawasemi') },
      ]
    return []
  })
}
