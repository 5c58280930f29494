import type { Purpose } from '../purpose.ts'
import { rules } from './rules.ts'

export type Prompt = {
  /** Stands in the key of answers: raised with each change of what is sent. */
  version: string
  task: string
}

const lengths = `"part" says to which length a statement belongs: exactly one "line" (one sentence for executives: status, impact, since when, who leads), up to three "three" (for customer support), and the rest "whole"; at most 20 statements in all.`

const prompts: Readonly<Record<Purpose, Prompt>> = {
  summary: {
    version: 'summary/1',
    task: `Summarise how the incident stands now. ${lengths} If there is a previous summary among the records (keys that begin with "p"), it holds for what is older than the other records: keep what still holds, change what does not, and cite the "p" key for what you keep.`,
  },
  'catch-up': {
    version: 'catch-up/1',
    task: `Tell somebody who has just come back what has happened in these records. The three statements that matter most are "three", the rest "whole"; at most 12 in all.`,
  },
  'draft-update': {
    version: 'draft-update/1',
    task: `Propose a status update that a person will edit. Use at most one statement of each part: "line" for how it stands now (condition), "three" for what is being done (action), "whole" for what customers feel (impact). Leave out what nobody said.`,
  },
  'draft-gaps': {
    version: 'draft-gaps/1',
    task: `Propose notes for a postmortem that a person will confirm one by one: what was affected, what was changed just before, how it was noticed, what restored it, what went well, what did not, what is still to do. Every statement is "whole". A cause or a lesson is always an assumption.`,
  },
  'draft-actions': {
    version: 'draft-actions/1',
    task: `Propose follow-up actions that somebody in the records asked for, promised or suggested. Every statement is "whole", and begins with what is to be done. Invent none.`,
  },
}

const languages = { ja: 'Japanese (日本語、です・ます調ではなく簡潔な常体でもよい)', en: 'English' } as const

export const promptFor = (purpose: Purpose): Prompt => prompts[purpose]

/** The instructions for one question. */
export const instructionsFor = (purpose: Purpose, language: keyof typeof languages): string =>
  `${rules}\n\n${prompts[purpose].task}\n\nWrite every "words" in ${languages[language]}, whatever language the records are in. Names of things stay as they are.`
