import { inline, table } from '../../../kit/markdown/index.ts'
import { roleKeys } from '../../settings/index.ts'
import type { Document, Reading } from '../document.ts'
import { texts } from '../texts.ts'
import { nameOf } from './words.ts'

/** Who declared, who led and helped, and who writes this. */
export function rolesTable({ incident, roles }: Document, reading: Reading): string {
  const { locale, settings } = reading
  const t = texts.in(locale)
  const names = (ids: readonly string[]) => ids.map((id) => nameOf(id, reading)).join(t('and'))
  const held = roleKeys.flatMap((role) => {
    const people = roles.filter((each) => each.role === role).map((each) => each.userId)
    return people.length > 0 ? [[inline(settings.roles[role].label[locale]), names(people)]] : []
  })
  const { declaredBy, postmortemOwner } = incident
  return table(
    [t('roles.role'), t('roles.who')],
    [
      [t('roles.declarer'), names([declaredBy])],
      ...held,
      [t('roles.owner'), postmortemOwner ? names([postmortemOwner]) : t('level.none')],
    ],
  )
}
