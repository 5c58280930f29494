import { agentName } from '../../kit/block-kit/index.ts'
import type { Reader } from '../../kit/db/index.ts'
import { channelsByAnyName, groupsById, peopleByAnyName } from './store.ts'

/** Names of people, agents, public channels and user groups by id, as far as the workspace is known. A private channel's name is nobody's here. */
export async function namesOf(reader: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  const asked = [...new Set(ids)].filter((id) => agentName(id) === undefined)
  const kind = (letters: string) => asked.filter((id) => letters.includes(id.charAt(0)))
  const [people, channels, groups] = await Promise.all([
    peopleByAnyName(
      reader,
      asked.filter((id) => !'CGS'.includes(id.charAt(0))),
    ),
    channelsByAnyName(reader, kind('CG')),
    groupsById(reader, kind('S')),
  ])
  return new Map([
    ...ids.flatMap((id) => {
      const agent = agentName(id)
      return agent === undefined ? [] : [[id, agent] as const]
    }),
    ...people.map(({ id, name }) => [id, name] as const),
    ...channels
      .filter(({ isPrivate }) => !isPrivate)
      .flatMap(({ id, formerIds = [], name }) => [id, ...formerIds].map((each) => [each, name] as const)),
    ...groups.map(({ id, handle }) => [id, handle] as const),
  ])
}
