import type { Models } from '../src/kit/models/index.ts'
import type { Material, Source, Statement } from '../src/rooms/assistant/index.ts'
import { type Checked, readAnswer } from '../src/rooms/models/index.ts'
import { costOf, mayGo, type Purpose } from '../src/rooms/models/purpose.ts'
import { type Asked, portionOf, redactionOver } from '../src/rooms/models/question.ts'
import type { ModelSettings, ModelsSettings } from '../src/rooms/settings/index.ts'
import type { Case } from './case.ts'
import { type Contender, extractive } from './contender.ts'
import { evidenceOf } from './evidence.ts'

/**
 * A configured model, asked as the product asks it: the same prompts, redaction and checks of every claim, but no ledger and no second try.
 * Where the product would fall back on the rules (no answer, one of another shape or language, an incident that may not go there), so
 * does this. Proposals for gaps and drafts are those of the rules: the product's prompts do not say which gap a sentence is for.
 */
export function modelContender(name: string, model: ModelSettings, all: ModelsSettings, models: Models): Contender {
  async function ask(purpose: Purpose, material: Material, language: Case['language']) {
    const { evidence, sources } = evidenceOf(material)
    const asked: Asked = {
      incidentId: material.incident.id,
      purpose,
      language,
      evidence,
      people: [...new Set(material.lines.flatMap(({ authorName }) => authorName ?? []))],
      timeZone: material.timeZone,
      askedBy: null,
    }
    const redaction = redactionOver(evidence, all.redact)
    const portion = portionOf(asked, redaction, undefined, all.limits)
    const signal = new AbortController().signal
    const terms = { timeoutMs: model.timeoutMs, signal, beforeSending: async () => {} }
    const { outcome } = await models.ask(model.connection, portion.question, terms)
    if (outcome.is !== 'answered') return { checked: [], cost: 0, sources }
    const cost = outcome.usage ? costOf(model, outcome.usage.input, outcome.usage.output) : 0
    const read = readAnswer(asked, portion, outcome.value, redaction)
    return { checked: 'checked' in read ? read.checked : [], cost, sources }
  }

  return {
    name,
    async answer(material, language) {
      const rules = await extractive.answer(material, language)
      if (!mayGo(material.incident.visibility, model)) return { ...rules, cost: 0 }
      const summary = await ask('summary', material, language)
      const caughtUp = await ask('catch-up', material, language)
      const whole = summary.checked.flatMap((each) => statementOf(each, summary.sources)).slice(0, 20)
      const line = summary.checked.findIndex(({ part }) => part === 'line')
      const three = summary.checked.flatMap((each) => (each.part === 'whole' ? [] : statementOf(each, summary.sources)))
      return {
        ...rules,
        summary:
          whole.length > 0
            ? { line: whole[Math.max(0, line)] ?? rules.summary.line, three: three.slice(0, 3), whole }
            : rules.summary,
        catchUp:
          caughtUp.checked.length > 0
            ? caughtUp.checked.flatMap((each) => statementOf(each, caughtUp.sources))
            : rules.catchUp,
        cost: summary.cost + caughtUp.cost,
      }
    },
  }
}

/** A checked sentence as the assistant shows it; what is assumed counts as said to be uncertain. */
function statementOf(checked: Checked, known: ReadonlyMap<string, Source>): Statement[] {
  const [first, ...rest] = checked.sources.flatMap((key) => known.get(key) ?? [])
  if (!first) return []
  const doubt = checked.standing === 'assumed' ? { doubt: 'rumour' as const } : {}
  return [{ words: checked.words, sources: [first, ...rest], standing: 'stated', ...doubt }]
}
