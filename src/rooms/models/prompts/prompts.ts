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
    version: 'draft-update/2',
    task: `Propose a status update that a person will edit. Use at most one statement of each "part": "condition" for how it stands now, "action" for what is being done, "need" for the help that somebody asked for, "impact" for what customers feel. Leave out a part of which nobody said anything.`,
  },
  'draft-gaps': {
    version: 'draft-gaps/2',
    task: `Propose notes for a postmortem that a person will confirm one by one: "part" says for which section, at most one statement each: "affected" (who and what was hit, how much), "cause" (why it happened), "trigger" (what was changed just before), "detection" (how it was noticed), "resolution" (what restored it), "well" (what went well), "wrong" (what did not), "lucky" (where it could have been worse), "next" (what is still to do). Leave out a section of which nobody said anything. A cause or a lesson is always an assumption.`,
  },
  'draft-actions': {
    version: 'draft-actions/2',
    task: `Propose follow-up actions that somebody in the records asked for, promised or suggested. Every statement has the part "next" and begins with what is to be done. Leave out what is on a list already. Invent none.`,
  },
  'draft-letter': {
    version: 'draft-letter/1',
    task: `Put what a company wrote for its customers into the words of a formal notice to them. Use at most one statement of each "part": "impact" for what customers feel, "note" for what they are told to do once it is over. Whole sentences; in Japanese the polite register of a notice (〜しております。〜いたしました。). No names of people, no internal words, no cause, no apology (the notice has one), no promise. Leave out a part of which nothing is written.`,
  },
}

const languages = { ja: 'Japanese (日本語、です・ます調ではなく簡潔な常体でもよい)', en: 'English' } as const

export const promptFor = (purpose: Purpose): Prompt => prompts[purpose]

/** The instructions for one question. */
export const instructionsFor = (purpose: Purpose, language: keyof typeof languages): string =>
  `${rules}\n\n${prompts[purpose].task}\n\nWrite every "words" in ${languages[language]}, whatever language the records are in. Names of things stay as they are.`
