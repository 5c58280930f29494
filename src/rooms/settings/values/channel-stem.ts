/**
 * Text as Slack takes it in a channel name: normalised (NFKC), lower case, spaces as hyphens, letters, digits, `-` and `_`
 * only, in any script. Slack refuses the rest with `invalid_name_specials`. Empty when no letter or digit is left
 * (`invalid_name_punctuation`).
 */
export function channelStem(text: string): string {
  const stem = text
    .normalize('NFKC')
    .toLowerCase()
    // Lower-casing can leave a letter and a mark apart (İ): put them together again.
    .normalize('NFKC')
    .replace(/[\s/／・:.]+/gu, '-')
    .replace(/[^\p{Ll}\p{Lo}\p{Lm}\p{Mn}\p{Mc}\p{N}_-]|\p{Variation_Selector}/gu, '')
    .replace(/-{2,}/g, '-')
    .replace(/^(?:-|\p{M})+|(?<!-)-+$/gu, '')
  return /[\p{L}\p{N}]/u.test(stem) ? stem : ''
}
