import {
  type Block,
  button,
  context,
  dateInput,
  type FieldValue,
  fieldActionId,
  input,
  limits,
  type ModalView,
  modal,
  option,
  person,
  plain,
  section,
  select,
  textInput,
} from '../../kit/block-kit/index.ts'
import { momentOn, plusDays, ranks } from '../settings/index.ts'
import { bar, type Voice, when } from '../situation/index.ts'
import type { Token } from '../tokens/index.ts'
import { texts } from './texts.ts'

/** The callback id of the form by which a token is made. */
export const tokenFormId = 'tokens.make'
/** The button of the home page that opens it. */
export const tokensActionId = 'tokens.open'
/** The button beside a token; its value is the token's id. */
export const revokeActionId = 'tokens.revoke'

/** As many as anybody revokes from one form; all of them are listed over HTTP. */
const mostTokens = 40

/** The tokens that somebody may revoke, and what a new one is made from. `administers`: they make those of agents. */
export type Tokens = { administers: boolean; tokens: readonly Token[] }

/** The tokens that stand, and the form for one more. */
export function tokensView({ administers, tokens }: Tokens, voice: Voice): ModalView {
  const t = texts.in(voice.locale)
  const more = tokens.length - mostTokens
  return modal({
    callbackId: tokenFormId,
    title: t('tokens.title'),
    submit: t('tokens.submit'),
    close: t('tokens.close'),
    blocks: [
      context(t(administers ? 'tokens.intro.all' : 'tokens.intro.own')),
      ...fieldsOf(administers, voice),
      ...(tokens.length > 0 ? [section(`*${t('tokens.standing')}*`)] : []),
      ...tokens.slice(0, mostTokens).map((token) => rowOf(token, voice)),
      ...(more > 0 ? [context(t('more', { count: more }))] : []),
    ],
  })
}

function fieldsOf(administers: boolean, voice: Voice): Block[] {
  const t = texts.in(voice.locale)
  const { settings, locale } = voice
  const services = Object.entries(settings.services).map(([key, { name }]) => option(key, name[locale]))
  const choice = (names: readonly (keyof typeof keys)[], initial: string) =>
    select({ actionId: fieldActionId, options: names.map((each) => option(each, t(keys[each]))), initial })
  const mine = ranks.filter((rank) => administers || rank !== 'administrator')
  return [
    input({ id: 'name', label: t('tokens.name'), hint: t('tokens.name.hint'), element: textInput({ max: 40 }) }),
    ...(administers
      ? [
          input({
            id: 'for',
            label: t('tokens.for'),
            element: choice(['agent', 'me'], 'agent'),
          }),
        ]
      : []),
    input({
      id: 'right',
      label: t('tokens.right'),
      element: choice(mine, 'responder'),
    }),
    input({
      id: 'services',
      label: t('tokens.services'),
      hint: t('tokens.services.hint'),
      optional: true,
      element: select({ actionId: fieldActionId, options: services }),
    }),
    ...(administers
      ? [
          input({
            id: 'may_name_people',
            label: t('tokens.naming'),
            hint: t('tokens.naming.hint'),
            element: choice(['no', 'yes'], 'no'),
          }),
        ]
      : []),
    input({ id: 'expires_at', label: t('tokens.expires'), optional: true, element: dateInput() }),
  ]
}

const keys = {
  agent: 'tokens.for.agent',
  me: 'tokens.for.me',
  no: 'tokens.naming.no',
  yes: 'tokens.naming.yes',
  viewer: 'tokens.right.viewer',
  responder: 'tokens.right.responder',
  manager: 'tokens.right.manager',
  security: 'tokens.right.security',
  administrator: 'tokens.right.administrator',
} as const satisfies Record<string, string>

function rowOf(token: Token, voice: Voice): Block {
  const t = texts.in(voice.locale)
  const facts = [
    token.userId ? person(token.userId) : t('tokens.for.agent'),
    t(keys[token.rank]),
    ...(token.scope.services ?? []),
    ...(token.scope.incidents ?? []),
    ...(token.mayNamePeople ? [t('tokens.naming.row')] : []),
    token.usedAt ? t('tokens.used', { when: when(token.usedAt, voice) }) : t('tokens.unused'),
    ...(token.expiresAt ? [t('tokens.ends', { when: when(token.expiresAt, voice) })] : []),
  ]
  const revoke = button({
    actionId: revokeActionId,
    text: t('tokens.revoke'),
    value: token.id,
    style: 'danger',
    confirm: {
      title: plain(t('tokens.revoke'), limits.modalTitle),
      text: plain(t('tokens.revoke.sure', { name: token.name }), limits.label),
      confirm: plain(t('tokens.revoke'), limits.modalTitle),
      deny: plain(t('tokens.close'), limits.modalTitle),
    },
  })
  return section(`*${token.name}* \`${token.prefix}…\`\n${facts.join(bar(voice))}`, revoke)
}

/** The secret, which is shown this once. */
export function secretView(name: string, secret: string, voice: Voice): ModalView {
  const t = texts.in(voice.locale)
  return modal({
    callbackId: 'tokens.made',
    title: t('tokens.made.title'),
    close: t('tokens.close'),
    blocks: [section(t('tokens.made', { name })), section(`\`\`\`${secret}\`\`\``), context(t('tokens.made.once'))],
  })
}

/** What a form asks for, as a call of the API would. A token ends with its last day. */
export function askedIn(values: Readonly<Record<string, FieldValue>>, { settings }: Voice): unknown {
  const { name, right, services, expires_at: day, may_name_people: naming } = values
  return {
    name: name ?? '',
    for: values.for ?? 'me',
    right,
    ...(services ? { services: [services] } : {}),
    may_name_people: naming === 'yes',
    ...(typeof day === 'string'
      ? { expires_at: momentOn(plusDays(day, 1), '00:00', settings.timezone).toISOString() }
      : {}),
  }
}
