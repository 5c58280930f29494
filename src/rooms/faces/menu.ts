import type { Situation } from '../situation/index.ts'
import type { Command } from './command.ts'
import type { Verb } from './verbs.ts'

/** The menu, as far as messages of features draw from it: it stands above them and knows them all. */
export type Menu = {
  commandOf(verb: Verb): Command
  /** What is offered now, in the order of use. */
  offeredNow(situation: Situation): readonly Verb[]
}

let menu: Menu | undefined

/** Puts up the menu. The room of commands does it when it is loaded; a second one takes the place of the first. */
export const putUpMenu = (it: Menu): void => {
  menu = it
}

/** The menu. Throws before it is put up: whatever draws messages loads the room of commands first. */
export function theMenu(): Menu {
  if (!menu) throw new Error('The menu is not up yet: load src/rooms/commands first')
  return menu
}
