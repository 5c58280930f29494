import { z } from 'zod'

/**
 * The part of GitHub's answers that the code relies on. Other keys are kept.
 * https://docs.github.com/rest
 */

const account = z.looseObject({ login: z.string() }).nullable()

export const ref = z.looseObject({ ref: z.string(), object: z.looseObject({ sha: z.string() }) })

export const repository = z.looseObject({
  full_name: z.string(),
  default_branch: z.string(),
  private: z.boolean(),
  archived: z.boolean().optional(),
  has_issues: z.boolean().optional(),
  /** What the account may do; GitHub leaves it out for some Apps. */
  permissions: z.looseObject({ push: z.boolean().optional(), pull: z.boolean().optional() }).optional(),
})

export const branchState = z.looseObject({ name: z.string(), protected: z.boolean() })

/** A rule of a ruleset, by its `type`: `creation`, `update`, `pull_request` … */
export const branchRule = z.looseObject({ type: z.string() })

/** A file. `content` is Base64 with line breaks; empty where the file has more than a megabyte. */
export const file = z.looseObject({
  type: z.literal('file'),
  path: z.string(),
  sha: z.string(),
  content: z.string(),
  encoding: z.string(),
})

/** What git has under a name, in Base64. */
export const blob = z.looseObject({ sha: z.string(), content: z.string(), encoding: z.string() })

export const written = z.looseObject({
  content: z.looseObject({ sha: z.string(), path: z.string() }).nullable(),
  commit: z.looseObject({ sha: z.string().optional() }),
})

const branch = z.looseObject({ ref: z.string(), sha: z.string() })

export const pull = z.looseObject({
  number: z.number(),
  node_id: z.string(),
  html_url: z.string(),
  state: z.enum(['open', 'closed']),
  title: z.string(),
  body: z.string().nullish(),
  draft: z.boolean().default(false),
  /** ISO 8601; null until it is merged. Lists carry it too, unlike `merged`. */
  merged_at: z.string().nullable(),
  merged_by: account.optional(),
  closed_at: z.string().nullish(),
  head: branch,
  base: branch,
  labels: z.array(z.looseObject({ name: z.string() })).default([]),
  user: account,
  requested_reviewers: z.array(z.looseObject({ login: z.string() })).nullish(),
  requested_teams: z.array(z.looseObject({ slug: z.string() })).nullish(),
})

export const review = z.looseObject({
  id: z.number(),
  user: account,
  /** APPROVED, CHANGES_REQUESTED, COMMENTED, DISMISSED or PENDING. */
  state: z.string(),
  body: z.string().nullish(),
  submitted_at: z.string().nullish(),
  commit_id: z.string().nullish(),
})

export const label = z.looseObject({ name: z.string() })

export const issue = z.looseObject({
  number: z.number(),
  node_id: z.string(),
  html_url: z.string(),
  state: z.string(),
  state_reason: z.string().nullish(),
  title: z.string(),
  body: z.string().nullish(),
  labels: z.array(z.union([z.string(), z.looseObject({ name: z.string().nullish() })])),
  assignees: z.array(z.looseObject({ login: z.string() })).nullish(),
  updated_at: z.string(),
  closed_at: z.string().nullish(),
  /** Lists of issues hold pull requests as well: those have it. */
  pull_request: z.looseObject({}).optional(),
})

export const comment = z.looseObject({
  id: z.number(),
  html_url: z.string(),
  body: z.string().nullish(),
  user: account,
})
