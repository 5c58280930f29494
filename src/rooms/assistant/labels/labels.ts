import type { Incident } from '../../incident/index.ts'
import type { Source } from '../statement.ts'

/** An earlier incident, as far as it is named where something rests on it. */
export type Earlier = { incident: Incident; channelId: string | null }

/** What a proposal rests on: words that people stated or said, or earlier incidents that read alike. */
export type Ground =
  | { is: 'said' | 'impact'; words: string; sources: readonly [Source, ...Source[]] }
  | { is: 'alike'; earlier: readonly [Earlier, ...Earlier[]] }

/** A level that people may decide on: a key of the settings, never stated as fact. */
export type LevelProposal = { level: string; ground: Ground }

/** Tags that somebody has given an incident before. */
export type TagsProposal = { tags: readonly [string, ...string[]]; earlier: readonly Earlier[] }

/** What is proposed of an incident's labels; null for what is not. */
export type Labels = { level: LevelProposal | null; tags: TagsProposal | null }

/** How a proposal that was put away is kept. */
export const levelLabel = (level: string): string => `level:${level}`
export const tagLabel = (tag: string): string => `tag:${tag}`
