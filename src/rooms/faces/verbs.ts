/**
 * The verbs that buttons and menus offer, by their names. Each feature adds its own by merging: a button of a verb that nobody brings
 * does not compile.
 */
// biome-ignore lint/suspicious/noEmptyInterface: features merge theirs into it
export interface Verbs {}

/** What a button's or a menu's value may be. */
export type Verb = keyof Verbs
