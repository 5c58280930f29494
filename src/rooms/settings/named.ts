import { pathText } from './file/problem.ts'
import type { Settings } from './settings.ts'

/** A name in Slack that the settings refer to, and where: `services.a.owners[0]`. Without the leading `@` or `#`. */
export type Named = {
  name: string
  at: string
  is: 'party' | 'channel'
  /** A channel that is shared with another company on purpose. */
  isShared?: true
}

/** Every person, group and channel that the settings name, in the order of the file's parts. */
export function namedIn({ services, notify, functions, github, access }: Settings): Named[] {
  const parties = (at: string, names: readonly string[]) =>
    names.map((name, index): Named => ({ name, at: `${at}[${index}]`, is: 'party' }))
  const channels = (at: string, names: readonly string[]) =>
    names.map((name, index): Named => ({ name, at: `${at}[${index}]`, is: 'channel' }))
  return [
    ...Object.entries(services).flatMap(([key, service]): Named[] => {
      const at = pathText(['services', key])
      const lead: Named[] = service.lead ? [{ name: service.lead, at: `${at}.lead`, is: 'party' }] : []
      return [
        ...parties(`${at}.owners`, service.owners),
        ...lead,
        ...parties(`${at}.first_response`, service.first_response),
        ...service.tiers.flatMap((tier, index) => parties(`${at}.tiers[${index}]`, tier)),
        ...channels(`${at}.channels`, service.channels),
        ...service.vendors.flatMap(({ channel }, index): Named[] =>
          channel ? [{ name: channel, at: `${at}.vendors[${index}].channel`, is: 'channel', isShared: true }] : [],
        ),
      ]
    }),
    ...notify.flatMap((rule, index) => [
      ...parties(`notify[${index}].invite`, rule.invite),
      ...channels(`notify[${index}].broadcast`, rule.broadcast),
    ]),
    ...Object.entries(functions).flatMap(([key, it]) => [
      ...parties(`functions.${key}.people`, it.people),
      ...channels(`functions.${key}.channels`, it.channels),
    ]),
    ...(['responders', 'managers', 'security', 'administrators'] as const).flatMap((list) =>
      parties(`access.${list}`, access[list]),
    ),
    ...Object.keys(github?.people ?? {}).map((name): Named => ({ name, at: `github.people.${name}`, is: 'party' })),
  ]
}
