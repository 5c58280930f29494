import { createHash } from 'node:crypto'
import { passesByItself } from '../../kit/github/index.ts'

/**
 * How far a document has come where it went. `draft`: the pull request asks for no review yet · `review`, `changes`, `approved`:
 * it does, by what was said last · `merged`, `closed`: it is decided · `stored`: in a folder · `withdrawn`: taken back. Stored.
 */
export const publicationStates = [
  'none',
  'draft',
  'review',
  'changes',
  'approved',
  'merged',
  'closed',
  'stored',
  'withdrawn',
] as const
export type PublicationState = (typeof publicationStates)[number]

/** What the bot keeps trying, and what it goes on without. */
export type Without = 'reviewers' | 'labels'

export type Publication = {
  incidentId: string
  kind: 'github' | 'folder'
  /** `owner/name`, or the folder. */
  place: string
  branch: string
  path: string
  /** Whether only those with the right may see the place. */
  secret: boolean
  writtenBlob: string | null
  intendedBlobs: readonly string[]
  number: number | null
  url: string | null
  nodeId: string | null
  /** The fingerprint of the title that the bot gave the pull request last. */
  titleHash: string | null
  state: PublicationState
  edited: boolean
  draftRefused: boolean
  readiedAt: Date | null
  reviewersAskedAt: Date | null
  labelledAt: Date | null
  without: readonly Without[]
  adviceComment: number | null
  adviceHash: string | null
  differenceComment: number | null
  differenceHash: string | null
  error: string | null
  detail: string | null
  attempts: number
}

/** Whether anything can still become of it. */
export const isUnderWay = ({ state }: Pick<Publication, 'state'>): boolean =>
  state === 'none' || state === 'draft' || state === 'review' || state === 'changes' || state === 'approved'

/** Whether a pull request is open, which says by its merge that the document is published. */
export const hasOpenPull = (publication: Pick<Publication, 'kind' | 'number' | 'state'> | undefined): boolean =>
  publication?.kind === 'github' && publication.number !== null && isUnderWay(publication)

/** The name that git gives to these bytes of a file. */
export function blobOf(text: string): string {
  const bytes = Buffer.from(text)
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
}

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22)

/** Longer than this no part of a path is, in bytes: a file system takes 255, and more stands beside it. */
const longestName = 150

/** What a file system and git take of a name; the rest is a dash. */
function plain(name: string): string {
  let left = name
    .normalize('NFC')
    .toWellFormed()
    .replaceAll(/[^\p{L}\p{M}\p{N}_.-]+/gu, '-')
  while (Buffer.byteLength(left) > longestName) left = [...left].slice(0, -1).join('')
  // What one of them takes away may lay another bare.
  for (let before = ''; before !== left; ) {
    before = left
    left = left.replaceAll(/\.{2,}|^[.-]+|(?<![.-])[.-]+$|\.lock$/gi, '')
  }
  return left
}

export const branchFor = (slug: string): string => `sssbot/postmortem-${plain(slug)}`

/** The branch of the pull request that comes after the one of `branch`. */
export function editionAfter(branch: string): string {
  const [, first = branch, n = '1'] = /^(.*)-edition-(\d+)$/.exec(branch) ?? []
  return `${first}-edition-${Number(n) + 1}`
}

/** The path of a document by the pattern of the settings. `day`: of the declaration, `2026-11-23`. */
export function pathFor(pattern: string, gaps: { day: string; service: string; slug: string }): string {
  const [year = '', month = ''] = gaps.day.split('-')
  const words: Record<string, string> = { year, month, service: plain(gaps.service), slug: plain(gaps.slug) }
  return pattern.replaceAll(/\{(\w+)\}/g, (_, gap: string) => words[gap] ?? '')
}

/** One review, as far as it decides. */
export type Review = { login: string; state: string }

/** What the reviews come to, by the last word of each person; `by` said the last word of those that decide. */
export function verdictOf(reviews: readonly Review[]): { verdict: 'approved' | 'changes' | 'none'; by: string | null } {
  const last = new Map<string, string>()
  for (const { login, state } of reviews) {
    if (state !== 'APPROVED' && state !== 'CHANGES_REQUESTED' && state !== 'DISMISSED') continue
    last.delete(login)
    if (state !== 'DISMISSED') last.set(login, state)
  }
  const words = [...last]
  const wanting = words.findLast(([, state]) => state === 'CHANGES_REQUESTED')
  if (wanting) return { verdict: 'changes', by: wanting[0] }
  const approving = words.at(-1)
  return approving ? { verdict: 'approved', by: approving[0] } : { verdict: 'none', by: null }
}

const firstRetryMs = 10_000
const longestRetryMs = 15 * 60_000

/** How long to wait before the next try after `attempts` in vain, in milliseconds: doubling, at most a quarter of an hour. */
export const pauseAfter = (attempts: number): number =>
  Math.min(firstRetryMs * 2 ** Math.max(attempts - 1, 0), longestRetryMs)

/** A trouble that passes by itself is shown only after this many tries. */
export const triesInSilence = 3

/** Whether only a person can put it right. What was met so many times that it is no race lasts as well. */
export const isLasting = ({ error, attempts }: Pick<Publication, 'error' | 'attempts'>): boolean =>
  error !== null && (!passesByItself(error) || (error === 'conflict' && attempts >= triesInSilence))
