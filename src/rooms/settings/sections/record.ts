import { z } from 'zod'

/** What a message can be in the record of an incident. */
export const markKinds = ['timeline', 'action', 'done', 'hypothesis', 'todo'] as const
export type MarkKind = (typeof markKinds)[number]

const reactions: Record<string, MarkKind> = {
  pushpin: 'timeline',
  bulb: 'action',
  white_check_mark: 'done',
  question: 'hypothesis',
  ballot_box_with_check: 'todo',
}

/** How people put messages into the record. */
export const record = z.strictObject({
  reactions: z
    .record(z.string().min(1), z.enum(markKinds))
    .default(reactions)
    .describe('What a reaction in an incident channel means, by the name of its emoji. リアクションの意味'),
  seen: z
    .string()
    .min(1)
    .default('memo')
    .describe('The reaction by which the bot says that it has noted it. 記録した印'),
})

/** What a reaction means; undefined for one that means nothing. Slack adds the skin tone to the name. */
export function meaningOf(reaction: string, reactions: Readonly<Record<string, MarkKind>>): MarkKind | undefined {
  const name = reaction.split('::')[0] ?? ''
  return Object.hasOwn(reactions, name) ? reactions[name] : undefined
}
