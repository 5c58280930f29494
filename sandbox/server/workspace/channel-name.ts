import { refuse } from '../refusal.ts'

/** Slack's limit of a channel name. */
const longest = 80

/** Slack: lower case letters (of any script), digits, hyphens and underscores; combining marks come with letters. */
const allowed = /^[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}_-]+$/u

const meaningful = /[\p{L}\p{N}]/u

/**
 * Refuses what Slack refuses as a channel name: `invalid_name_required`, `invalid_name_maxlength`,
 * `invalid_name_specials`, `invalid_name_punctuation`. Japanese letters are welcome.
 */
export function checkChannelName(name: string): void {
  if (name.trim() === '') refuse('invalid_name_required')
  if ([...name].length > longest) refuse('invalid_name_maxlength')
  if (/^[\p{P}\p{S}]+$/u.test(name) || (allowed.test(name) && !meaningful.test(name)))
    refuse('invalid_name_punctuation')
  if (!allowed.test(name)) refuse('invalid_name_specials')
}
