import type { Locale } from '../../../kit/i18n/index.ts'
import type { Report } from '../../updates/index.ts'
import type { Material } from '../material.ts'
import type { Letter } from '../statement.ts'
import { impactStated } from './executive.ts'
import { clockWords } from './frame.ts'

/** A notice for customers (第一報, 続報, 最終報), made only from fields that were written for outside. */
export function noticeFor(material: Material, _report: Report, language: Locale): Letter {
  const { incident } = material
  const impact = impactStated(material)
  const words = [
    incident.service[language],
    impact?.words,
    clockWords(incident.declaredAt, material),
    incident.recoveryNote,
  ]
  return {
    words: words.filter(Boolean).join('\n'),
    sources: [{ is: 'field', name: 'service' }, ...(impact ? [impact.source] : [])],
    missing: impact ? [] : ['impact'],
  }
}

/** A 障害報告書 for customers, from the same fields. */
export const reportFor = (material: Material, language: Locale): Letter => noticeFor(material, 'final', language)
