import { createContext, useContext } from 'react'
import type { Asked } from './use-command.ts'

/** Presses a command of the incident on the page; undefined for whoever may only look. */
export type Press = ((asked: Asked) => void) | undefined

export const CommanderContext = createContext<Press>(undefined)

export const usePress = (): Press => useContext(CommanderContext)
