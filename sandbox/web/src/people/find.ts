import type { User } from '../../../protocol.ts'

/** People whose name, handle or title holds every word of the query. */
export function filterPeople(people: readonly User[], query: string): User[] {
  const wanted = query.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean)
  return people.filter((user) => {
    const text = `${user.real_name} ${user.real_name.replaceAll(' ', '')} ${user.name} ${user.title ?? ''}`
    const folded = text.normalize('NFKC').toLowerCase()
    return wanted.every((word) => folded.includes(word))
  })
}
