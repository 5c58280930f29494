import { useQuery } from '@tanstack/react-query'
import { look } from '../../../kit/api/look.ts'
import { useWords } from '../../../kit/words/words.ts'
import { CommandButton } from './CommandButton.tsx'
import classes from './command.module.css'
import { texts } from './texts.ts'

/** So many are at hand at once; all others behind a fold. */
const mostAtHand = 5

const groups = ['drive', 'assemble', 'end', 'learn', 'look'] as const

/** What whoever responds can do here: the next step, what is most used, and all the rest. To take up again what is over is nobody's next step. */
export function ActPanel({ id }: { id: string }) {
  const t = useWords(texts)
  const { data } = useQuery(look('/incidents/{id}/commands', { path: { id } }))
  if (!data) return null
  const { commands, at_hand: used } = data
  const atHand = used.flatMap((verb) => commands.find((each) => each.verb === verb) ?? []).slice(0, mostAtHand)
  return (
    <section aria-labelledby="act">
      <h2 id="act">{t('act')}</h2>
      <p className={classes.lead}>{t('act.lead')}</p>
      <div className={classes.act}>
        {atHand.map((asked, n) => (
          <CommandButton
            key={asked.verb}
            asked={asked}
            size="sm"
            variant={n === 0 && asked.verb !== 'reopen' ? 'filled' : 'default'}
          />
        ))}
      </div>
      <details>
        <summary>{t('act.more')}</summary>
        {groups.map((group) => {
          const own = commands.filter((each) => each.group === group && !atHand.includes(each))
          return own.length === 0 ? null : (
            <div key={group} className={classes.group}>
              <h3>{t(`group.${group}`)}</h3>
              <div className={classes.act}>
                {own.map((asked) => (
                  <CommandButton key={asked.verb} asked={asked} />
                ))}
              </div>
            </div>
          )
        })}
      </details>
    </section>
  )
}
