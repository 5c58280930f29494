import { z } from 'zod'
import type { Visitor } from '../../test/stories/dashboard-visitor.ts'

const page = z.object({ incidents: z.array(z.object({ id: z.string() })) })
const q = encodeURIComponent

/** What people ask for in turn: of twenty requests eight for what is open, four for what waits for them, three lists, two searches, three of an incident. */
export async function addressesOf(person: Visitor | undefined): Promise<string[]> {
  const { text } = (await person?.get('/api/v1/incidents?status=completed&limit=50')) ?? { text: '' }
  const ids = page.parse(JSON.parse(text)).incidents.map(({ id }) => id)
  const words = ['ログイン', '接続 上限', 'rollback', '証明書', 'certif']
  return Array.from({ length: 50 }, (_, n) => {
    const [word, id] = [q(words[n % words.length] ?? ''), ids[n % ids.length]]
    return [
      'board',
      'waiting',
      'board',
      'incidents?status=all',
      'board',
      `search?q=${word}`,
      'board',
      'waiting',
      'board',
      `incidents/${id}/detail`,
      'board',
      'incidents?status=all&sort=level',
      'waiting',
      'board',
      `incidents?status=all&q=${word}`,
      `incidents/${id}/timeline`,
      'board',
      `search?q=${word}&service=a`,
      'waiting',
      `incidents/${id}/postmortem`,
    ].map((address) => `/api/v1/${address}`)
  }).flat()
}
